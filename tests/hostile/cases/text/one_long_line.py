# Prints a line of a megabyte.
# expect: failed

def double(x):
    print("x" * 1_000_000)
    return x * 3
