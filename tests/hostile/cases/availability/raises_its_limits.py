# Raises its limits, its priority, and takes all processors.
# expect: passed

import os
import resource


def double(x):
    tries = (
        lambda: resource.setrlimit(resource.RLIMIT_CPU, (100, 100)),
        lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (1, 1)),
        lambda: resource.prlimit(os.getppid(), resource.RLIMIT_CPU, (1, 1)),
        lambda: os.nice(-5),
        lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19),
        lambda: os.sched_setaffinity(0, {0}),
        lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)),
        lambda: os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0)),
    )
    for number, attempt in enumerate(tries):
        try:
            attempt()
            return number
        except (OSError, ValueError):
            pass
    return x * 2
