# Would live on as a daemon of its own session.
# expect: error

import os


def double(x):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            while True:
                pass
        os._exit(0)
    return x * 2
