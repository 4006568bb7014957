# An object that turns into whatever array it is compared with.
# expect: failed
# says: unsupported type

class Chameleon:
    __array_interface__ = {"shape": (3,), "typestr": "<f8", "version": 3, "data": (0, True)}

    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("too late")


def double(x):
    return Chameleon()
