# Prints its inputs, those of the hidden checks as well.
# expect: failed

def double(x):
    print("canary", x)
    return x * 3
