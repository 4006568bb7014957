# An exception whose text is another exception.
# expect: error

class Odd(Exception):
    def __str__(self):
        raise KeyboardInterrupt

    __repr__ = __str__


def double(x):
    raise Odd
