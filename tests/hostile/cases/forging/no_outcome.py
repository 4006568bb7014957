# No outcome at all.
# expect: protocol

import sys

wire = sys.modules["inside.wire"]
sys.modules["inside.interpreter"].Interpreter.carry_out = lambda self, request: wire.dumps((wire.dumps([]), wire.dumps(0), []))


def double(x):
    return x * 2
