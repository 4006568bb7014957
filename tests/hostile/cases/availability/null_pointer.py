# Reads where there is nothing.
# expect: crashed
# says: SIGSEGV

import ctypes


def double(x):
    ctypes.string_at(0)
