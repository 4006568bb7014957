# Says that the check itself stumbled.
# expect: error, failed, protocol

import sys

interpreter = sys.modules["inside.interpreter"]
interpreter.describe = lambda error, filename: ("error", "unusable", "AuthorError", "", None)


def double(x):
    raise ValueError
