# Leaves as if all were well.
# expect: exited

import sys


def double(x):
    sys.exit(0)
