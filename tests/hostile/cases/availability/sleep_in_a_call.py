# Sleeps in each call.
# expect: timeout

import time


def double(x):
    time.sleep(1000)
