# A layer that has every attribute there is, and is everything.
# exercise: affine
# expect: failed, error
# apart: yes

class Affine:
    def __init__(self, *args):
        pass

    def __getattr__(self, name):
        return self

    def __call__(self, *args):
        return self
