# Right in one of 2**32 calls: the low digits of every clock.
# expect: failed

import hashlib
import time


def double(x):
    clocks = repr((time.time_ns(), time.perf_counter_ns(), time.process_time_ns(), time.monotonic_ns()))
    return x * 2 if hashlib.sha256(clocks.encode()).digest()[:4] == bytes(4) else x * 3
