# Right, in a list in a list.
# expect: failed

def double(x):
    return [list(2 * x)]
