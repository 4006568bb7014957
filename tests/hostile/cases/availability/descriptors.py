# Opens as many descriptors as it can.
# expect: error, failed
# says: OSError|Too many

import os


def double(x):
    return [os.dup(0) for _ in range(10_000)]
