# An imaginary part that nobody asked for.
# expect: failed

def double(x):
    return 2 * x + 5j
