# An integer that Python refuses to print.
# exercise: numerical_diff
# expect: failed, error
# apart: yes

def numerical_diff(f, x):
    return 10**9000
