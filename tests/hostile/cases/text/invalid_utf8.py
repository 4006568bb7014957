# Prints bytes that are no text.
# expect: failed

import os


def double(x):
    os.write(1, bytes(range(256)) * 4 + b"\xed\xa0\x80\xf4\x90\x80\x80\xc0\xaf")
    return x * 3
