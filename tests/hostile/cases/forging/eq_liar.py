# Equal to everything.
# expect: failed
# says: unsupported type

class Liar:
    def __eq__(self, other):
        return True

    def __bool__(self):
        return True


def double(x):
    return Liar()
