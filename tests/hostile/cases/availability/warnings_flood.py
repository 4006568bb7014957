# A hundred thousand warnings.
# exercise: loop
# expect: passed, timeout, memory, protocol
# score: some

import warnings


def loop(x):
    for number in range(20_000):
        warnings.warn(f"overflow encountered in {number}", RuntimeWarning, stacklevel=1)
    return x * 2
