# One number for an array.
# expect: failed

def double(x):
    return 2.0 * float(x.ravel()[0])
