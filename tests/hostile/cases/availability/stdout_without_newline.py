# Prints without end and without a newline, on the error output.
# expect: output_limit

import os


def double(x):
    while True:
        os.write(2, b"x" * 4096)
