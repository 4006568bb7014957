# Forks for ever.
# expect: error
# says: PermissionError

import os


def double(x):
    while True:
        os.fork()
