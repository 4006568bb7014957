# Changes the value of a small integer of the interpreter.
# exercise: loop
# expect: failed, error, crashed, protocol, timeout, exited

import ctypes


def loop(x):
    ctypes.memset(id(2) + 24, 3, 1)
    return x * 2
