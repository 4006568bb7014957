# An object that loops when it is thrown away.
# expect: timeout

class Odd:
    def __del__(self):
        while True:
            pass


def double(x):
    Odd()
    return x * 2
