# A string equal to all others.
# expect: failed, protocol

class Liar(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__

    def encode(self, *args):
        return b"\xff\xfe\0"


def double(x):
    return Liar("right")
