# Zeroes its input, so that zero is right.
# expect: failed

def double(x):
    x[:] = 0
    return x
