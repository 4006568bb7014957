# Aborts.
# expect: crashed, error

import ctypes


def double(x):
    ctypes.CDLL(None).abort()
