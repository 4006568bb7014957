# An iterator that gives itself as each of its items.
# exercise: mini_batches
# expect: failed, error, protocol, timeout

class Odd:
    def __iter__(self):
        return self

    def __next__(self):
        return self


def mini_batches(x, t, batch_size, rng):
    return Odd()
