# An exception whose text never ends.
# exercise: loop
# expect: timeout

class Odd(Exception):
    def __str__(self):
        while True:
            pass


def loop(x):
    raise Odd
