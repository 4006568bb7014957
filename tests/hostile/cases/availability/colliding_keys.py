# A dict of integers that all have the same hash, written by hand.
# exercise: loop
# expect: failed, protocol, error, timeout
# apart: yes
# only: user-bare

import struct
import sys

wire = sys.modules["inside.wire"]
N = 99_000
keys = b"".join(
    b"I" + struct.pack("<I", len(data)) + data + b"N"
    for n in range(1, N + 1)
    for data in [(n * (2**61 - 1)).to_bytes(12, "little", signed=True)]
)
outcomes = b"L" + struct.pack("<I", 1) + b"U" + struct.pack("<I", 3) + b"S\5\0\0\0value" + b"M" + struct.pack("<I", N) + keys + b"L\0\0\0\0"
reply = wire.dumps((outcomes, wire.dumps(0), []))
sys.modules["inside.interpreter"].Interpreter.carry_out = lambda self, request: reply


def loop(x):
    return x
