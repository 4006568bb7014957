# Answers every request with the nonce of the first.
# expect: protocol, failed

import sys

worker = sys.modules["inside.worker"]
send, first = worker._send, []


def _send(talk, nonce, body):
    first.append(nonce)
    send(talk, first[0], body)


worker._send = _send


def double(x):
    return x * 2
