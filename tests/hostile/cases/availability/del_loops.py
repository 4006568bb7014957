# An object that loops when it is thrown away.
# exercise: loop
# expect: timeout

class Odd:
    def __del__(self):
        while True:
            pass


def loop(x):
    Odd()
    return x * 2
