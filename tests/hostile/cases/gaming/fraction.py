# A number of a kind that does not travel.
# exercise: numerical_diff
# expect: failed, error
# apart: yes

from fractions import Fraction


def numerical_diff(f, x):
    return Fraction(1, 3)
