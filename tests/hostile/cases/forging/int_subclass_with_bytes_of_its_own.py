# An integer that writes other bytes than its own into the reply.
# exercise: numerical_diff
# expect: failed, protocol, error

class Odd(int):
    def __int__(self):
        return self

    def bit_length(self):
        return 8

    def to_bytes(self, *args, **kwargs):
        return b"\xff" * 70_000


def numerical_diff(f, x):
    return Odd(3)
