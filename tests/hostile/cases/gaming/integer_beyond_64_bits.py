# An integer that no array can hold.
# exercise: numerical_diff
# expect: failed, error
# apart: yes

def numerical_diff(f, x):
    return 2**70
