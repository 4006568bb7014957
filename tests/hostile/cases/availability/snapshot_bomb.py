# Puts into its arguments what cannot be compared with what was there.
# exercise: sgd
# expect: failed, error, protocol, timeout, memory

class Odd:
    def __eq__(self, other):
        raise SystemExit


class SGD:
    def __init__(self, lr=0.01):
        pass

    def update(self, params, grads):
        for key in list(params):
            params[key] = Odd()
            grads[Odd()] = grads
