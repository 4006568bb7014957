# Hears all that the worker does, and refuses it.
# expect: passed, failed, error, protocol
# score: some

import sys


def hook(event, args):
    if event.startswith(("socket", "marshal", "open")):
        raise RuntimeError("refused")


def double(x):
    sys.addaudithook(hook)
    return x * 2
