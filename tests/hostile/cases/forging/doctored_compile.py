# Replaces the compiler and the loader for whatever comes after it.
# expect: failed, protocol

import builtins
import marshal

builtins.compile = builtins.exec = builtins.eval = lambda *args, **kwargs: None
marshal.loads = lambda data: None


def double(x):
    return x * 3
