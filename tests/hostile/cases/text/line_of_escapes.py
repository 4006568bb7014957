# The line that is quoted with the error is full of control characters.
# expect: error

def double(x):
    return 1 / 0  # [2J[31m ‮ passed
