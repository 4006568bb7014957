# A class of the function's name, whose object pretends to be the result.
# expect: failed, error

class double:
    def __init__(self, x):
        self.x = x

    def __iter__(self):
        return iter(self.x * 2)

    def __len__(self):
        return 3
