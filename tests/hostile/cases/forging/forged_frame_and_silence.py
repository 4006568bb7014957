# Forges the reply to one call, and answers nothing any more.
# exercise: loop
# expect: failed, timeout, protocol

import os
import struct
import sys


def loop(x):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    body = b"passed"
    os.write(3, struct.pack("<16sQ", frame.f_locals["nonce"], len(body)) + body)
    while True:
        pass
