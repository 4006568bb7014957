# Sends its reply byte by byte, with pauses.
# exercise: loop
# expect: timeout

import sys
import time

worker = sys.modules["inside.worker"]


def _send(talk, nonce, body):
    data = worker.wire.FRAME.pack(nonce, len(body)) + body
    for place in range(len(data)):
        talk.sendall(data[place : place + 1])
        time.sleep(0.5)


def loop(x):
    worker._send = _send
    return x * 2
