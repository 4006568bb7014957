# Lets the array's memory be changed by a thread while it is written.
# expect: failed, passed, protocol
# score: some

import threading


def double(x):
    y = x * 2

    def change():
        for _ in range(10**6):
            y[:] = 7

    threading.Thread(target=change, daemon=True).start()
    return y
