# A syntax error in a line of control characters.
# expect: error

def double(x):
    return ‮ ]0;x $$
