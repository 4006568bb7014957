# One argument is changed a thousand times in one reply.
# expect: failed, protocol

import sys

import numpy as np

wire = sys.modules["inside.wire"]
changes = wire.dumps(1000) + (wire.dumps(0) + wire.dumps(np.zeros(3))) * 1000
outcomes = wire.dumps([("value", np.zeros(3), [])])
sys.modules["inside.interpreter"].Interpreter.carry_out = lambda self, request: wire.dumps((outcomes, changes, []))


def double(x):
    return x
