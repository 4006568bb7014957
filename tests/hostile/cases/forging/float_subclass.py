# A number from which everything else is 0 apart.
# exercise: numerical_diff
# expect: failed

class Near(float):
    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__

    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


def numerical_diff(f, x):
    return Near(99.0)
