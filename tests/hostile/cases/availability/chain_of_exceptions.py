# An exception with ten thousand causes.
# expect: error

def double(x):
    last = None
    for number in range(10_000):
        error = ValueError(number)
        error.__cause__ = error.__context__ = last
        last = error
    raise last
