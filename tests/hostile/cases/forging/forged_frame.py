# Writes a frame of its own, with the request's nonce, before the real one.
# expect: failed, protocol

import os
import struct
import sys


def double(x):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    wire = sys.modules["inside.wire"]
    body = wire.dumps((wire.dumps([("value", x * 3, [])]), wire.dumps(0), []))
    os.write(3, struct.pack("<16sQ", frame.f_locals["nonce"], len(body)) + body)
    return x * 2
