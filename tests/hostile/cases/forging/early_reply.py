# Leaves a reply for the next call.
# expect: protocol, failed

import os


def double(x):
    os.write(3, b"\0" * 16 + (6).to_bytes(8, "little") + b"passed")
    return x * 2
