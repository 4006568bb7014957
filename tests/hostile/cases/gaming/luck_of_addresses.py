# Right at one of 2**32 addresses.
# expect: failed

import hashlib

SEEN = repr([id(object()), hash(object()), object()])


def double(x):
    return x * 2 if hashlib.sha256((SEEN + repr(id(x))).encode()).digest()[:4] == bytes(4) else x * 3
