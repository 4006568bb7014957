# Announces a reply of 20 GB.
# expect: protocol

import os
import struct
import sys


def double(x):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    os.write(3, struct.pack("<16sQ", frame.f_locals["nonce"], 20 << 30))
    return x * 2
