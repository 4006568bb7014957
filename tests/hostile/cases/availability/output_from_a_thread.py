# Prints without end from a thread, long after the call.
# expect: output_limit, passed, failed
# score: some

import os
import threading


def flood():
    while True:
        os.write(1, b"y" * 65536)


threading.Thread(target=flood, daemon=True).start()


def double(x):
    return x * 2
