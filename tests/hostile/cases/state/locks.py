# Locks a file that everybody can read, in each of the three ways.
# expect: passed

import fcntl
import os


def double(x):
    descriptors = [os.open(os.__file__, os.O_RDONLY), 0]
    for descriptor in descriptors:
        for attempt in (lambda: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB), lambda: fcntl.lockf(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB),
                        lambda: fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK), lambda: fcntl.fcntl(descriptor, 37, b"\0" * 32)):
            try:
                attempt()
                return x
            except OSError:
                pass
    return x * 2
