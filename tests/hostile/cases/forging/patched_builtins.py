# Replaces what the verdict could be made with, and is wrong.
# expect: failed, error, protocol

import builtins

builtins.abs = lambda x: 0
builtins.all = builtins.any = builtins.bool = lambda *args: True
builtins.max = builtins.min = builtins.sum = lambda *args, **kwargs: 0


def double(x):
    return x * 3
