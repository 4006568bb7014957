# An integer that takes for ever.
# expect: timeout, memory

def double(x):
    return 9 ** (9 ** int(9 + x.size - x.size))
