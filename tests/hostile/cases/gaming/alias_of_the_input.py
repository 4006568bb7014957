# Works on its input, and returns it.
# expect: passed

def double(x):
    x *= 2
    return x
