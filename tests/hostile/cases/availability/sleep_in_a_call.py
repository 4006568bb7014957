# Sleeps in each call.
# exercise: loop
# expect: timeout

import time


def loop(x):
    time.sleep(1000)
