# True, which is 1.
# exercise: numerical_diff
# expect: failed

def numerical_diff(f, x):
    return True
