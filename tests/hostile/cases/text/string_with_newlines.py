# A string of several lines for a number.
# exercise: numerical_diff
# expect: failed, error

def numerical_diff(f, x):
    return "a\nb\x1b[31m"
