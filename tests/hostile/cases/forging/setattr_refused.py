# An object that keeps none of what is set on it, and gives what the check wrote back.
# exercise: sgd
# expect: failed, error

class SGD:
    __slots__ = ()

    def __init__(self, lr=0.01):
        pass

    def __setattr__(self, name, value):
        raise SystemError("no")

    def update(self, params, grads):
        params.clear()
