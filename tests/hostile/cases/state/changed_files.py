# Changes what is there: modes, owners, times, attributes, names.
# expect: passed

import os


def double(x):
    path = os.__file__
    for attempt in (lambda: os.chmod(path, 0o777), lambda: os.chown(path, 0, 0), lambda: os.utime(path, (0, 0)),
                    lambda: os.setxattr(path, "user.hostile", b"1"), lambda: os.rename(path, path + "x"), lambda: os.unlink(path),
                    lambda: os.truncate(path, 0), lambda: os.open(path, os.O_WRONLY), lambda: os.open(path, os.O_RDONLY | os.O_TRUNC)):
        try:
            attempt()
            return x
        except OSError:
            pass
    return x * 2
