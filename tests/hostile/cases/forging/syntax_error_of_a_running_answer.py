# An error of the kind that only a compiler gives, with a text that fills the screen.
# expect: error, failed, protocol
# apart: yes

import sys

interpreter = sys.modules["inside.interpreter"]
interpreter.describe = lambda error, filename: ("error", "syntax", "S" * 10_000, "y" * 1_000_000 + "\n\x1b[31m", 1)


def double(x):
    raise ValueError
