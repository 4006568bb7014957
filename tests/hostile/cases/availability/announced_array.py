# A small message that announces a large array, and one whose size overflows.
# expect: protocol

import struct
import sys

wire = sys.modules["inside.wire"]
head = b"A" + bytes([11, 8]) + struct.pack("<8Q", *([1 << 25] * 8))
sys.modules["inside.interpreter"].Interpreter.carry_out = lambda self, request: head


def double(x):
    return x
