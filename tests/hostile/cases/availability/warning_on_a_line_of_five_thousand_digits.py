# A warning like numpy's, on a line whose number nobody can print.
# expect: passed, failed, protocol, error
# score: some
# apart: yes

import sys

wire = sys.modules["inside.wire"]
interpreter = sys.modules["inside.interpreter"]
interpreter.Interpreter._warnings = lambda self, heard: [("overflow encountered in exp", 10**5000), ("overflow encountered in exp", -1)]


def double(x):
    return x * 2
