# Source as a result, for the grader to run.
# expect: failed

import sys


def double(x):
    return sys.modules["inside.wire"].Function("f", "open('/tmp/gradkata-hostile', 'w')", {})
