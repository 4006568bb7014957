# Nothing.
# expect: failed

def double(x):
    return None
