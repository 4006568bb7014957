# Changes the mask of new files and its folder.
# expect: passed

import os


def double(x):
    if os.umask(0o777) == 0o777 or os.getcwd() != "/":
        return x
    try:
        os.chdir("/usr")
    except OSError:
        pass
    return x * 2
