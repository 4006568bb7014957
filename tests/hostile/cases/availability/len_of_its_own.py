# A list and a dict with lengths and items of their own.
# expect: failed, protocol, error, memory

class Odd(list):
    def __len__(self):
        return 10**9

    def __iter__(self):
        while True:
            yield 1.0


def double(x):
    return (Odd(),)
