# An integer that Python refuses to print.
# exercise: numerical_diff
# expect: failed, error
# due: an integer that no array can hold ends as grader_error
# apart: yes

def numerical_diff(f, x):
    return 10**9000
