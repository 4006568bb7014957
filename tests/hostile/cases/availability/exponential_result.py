# Lists of the same list twice, forty levels deep.
# exercise: loop
# expect: failed, protocol, error, timeout, memory

def loop(x):
    twice = [1.0]
    for _ in range(31):
        twice = [twice, twice]
    return twice
