# Threads without end.
# exercise: loop
# expect: error, memory, timeout

import threading
import time


def loop(x):
    while True:
        threading.Thread(target=time.sleep, args=(100,)).start()
