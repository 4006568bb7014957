# Looks for descriptors that somebody forgot to close.
# expect: passed

import os


def double(x):
    found = []
    for number in range(4096):
        try:
            os.fstat(number)
            found.append(number)
        except OSError:
            pass
    return x * 2 if found == [0, 1, 2, 3] else found
