# An integer that takes for ever.
# exercise: loop
# expect: timeout, memory

def loop(x):
    return 9 ** (9 ** int(9 + x.size - x.size))
