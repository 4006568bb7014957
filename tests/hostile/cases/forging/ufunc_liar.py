# Answers every function of numpy with True.
# expect: failed
# says: unsupported type

class Liar:
    __array_priority__ = 1e9

    def __array_ufunc__(self, *args, **kwargs):
        return True

    def __array_function__(self, *args, **kwargs):
        return True


def double(x):
    return Liar()
