# Objects that take for ever to compare, as keys of a result.
# exercise: loop
# expect: failed, protocol, error, timeout

class Odd(str):
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return any(range(100))


def loop(x):
    return {Odd(n): n for n in range(3000)}
