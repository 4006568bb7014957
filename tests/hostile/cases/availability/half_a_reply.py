# Sends half of its reply, and waits.
# exercise: loop
# expect: timeout

import sys
import time

worker = sys.modules["inside.worker"]


def _send(talk, nonce, body):
    talk.sendall(worker.wire.FRAME.pack(nonce, len(body)) + body[: len(body) // 2])
    time.sleep(1000)


def loop(x):
    worker._send = _send
    return x * 2
