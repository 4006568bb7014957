# Threads without end.
# expect: error, memory, timeout

import threading
import time


def double(x):
    while True:
        threading.Thread(target=time.sleep, args=(100,)).start()
