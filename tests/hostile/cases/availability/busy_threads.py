# Ten threads that compute, and a main one that waits for them.
# exercise: loop
# expect: timeout

import threading


def loop(x):
    def loop():
        while True:
            sum(range(1000))

    threads = [threading.Thread(target=loop) for _ in range(10)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
