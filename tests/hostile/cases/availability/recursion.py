# Calls itself.
# expect: error
# says: RecursionError

def double(x):
    return double(x)
