# An integer that no array can hold.
# exercise: numerical_diff
# expect: failed, error

def numerical_diff(f, x):
    return 2**70
