# Tells of changes in arguments that were never sent.
# expect: protocol

import sys

wire = sys.modules["inside.wire"]
outcomes = wire.dumps([("value", 1.0, [])])
changes = wire.dumps(3) + b"".join(wire.dumps(index) + wire.dumps([]) for index in (7, 8, 2**31))
sys.modules["inside.interpreter"].Interpreter.carry_out = lambda self, request: wire.dumps((outcomes, changes, []))


def double(x):
    return x
