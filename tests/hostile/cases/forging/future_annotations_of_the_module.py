# Renames itself to a module of the grader.
# expect: failed

import sys

sys.modules["grader"] = sys.modules["checks"] = sys.modules["numpy.testing"] = sys.modules[__name__] = object()
__name__ = "grader.judge.judge"


def double(x):
    return x * 3
