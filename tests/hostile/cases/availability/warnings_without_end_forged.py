# As many warnings as a message may hold.
# expect: passed, failed, protocol
# score: some

import sys

interpreter = sys.modules["inside.interpreter"]
interpreter.Interpreter._warnings = lambda self, heard: [(f"overflow encountered in {'a' * 30}", n) for n in range(60_000)]


def double(x):
    return x * 2
