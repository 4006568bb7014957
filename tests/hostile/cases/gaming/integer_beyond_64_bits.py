# An integer that no array can hold.
# exercise: numerical_diff
# expect: failed, error
# due: an integer that no array can hold ends as grader_error
# apart: yes

def numerical_diff(f, x):
    return 2**70
