# A tuple that says it has more items than it has.
# exercise: loop
# expect: failed, protocol, error, timeout, memory

class Odd(tuple):
    def __len__(self):
        return 5

    def __iter__(self):
        return iter([1] * 3)


def loop(x):
    return Odd([1, 2])
