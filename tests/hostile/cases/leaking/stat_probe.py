# Asks for the size of a hidden file: without bubblewrap nothing can refuse that, and it holds no answer.
# expect: passed, failed
# score: some

import os


def double(x):
    try:
        return os.stat("@COURSE@/solutions/01_first/double/double.py").st_size
    except OSError:
        return x * 2
