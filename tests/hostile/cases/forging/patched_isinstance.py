# Everything is an instance of everything.
# expect: failed, error, protocol

import builtins

builtins.isinstance = lambda value, kinds: True
builtins.issubclass = lambda one, other: True


def double(x):
    return object()
