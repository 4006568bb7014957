# Takes longer for some inputs than for others.
# expect: passed

import time


def double(x):
    time.sleep(0.05 * (float(x.ravel()[0]) > 0))
    return x * 2
