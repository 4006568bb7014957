# Lists of the same list twice, forty levels deep.
# expect: failed, protocol, error, timeout, memory

def double(x):
    twice = [1.0]
    for _ in range(31):
        twice = [twice, twice]
    return twice
