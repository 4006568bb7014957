# A type whose name is computed anew each time it is asked for.
# expect: failed, error, protocol

class Meta(type):
    @property
    def __name__(cls):
        return "ndarray\n::error::all passed\x1b[2J"

    def __instancecheck__(cls, other):
        return True


class Liar(metaclass=Meta):
    pass


def double(x):
    return Liar()
