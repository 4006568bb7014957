# Pipes, filled to the brim, as many as it may have.
# expect: passed

import os


def double(x):
    try:
        while True:
            reading, writing = os.pipe()
            os.set_blocking(writing, False)
            os.write(writing, b"x" * (1 << 20))
    except OSError:
        return x * 2
