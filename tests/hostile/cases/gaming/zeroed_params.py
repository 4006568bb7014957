# Zeroes parameters and gradients, so that nothing has to move.
# exercise: sgd
# expect: failed

class SGD:
    def __init__(self, lr=0.01):
        pass

    def update(self, params, grads):
        for one in (params, grads):
            for value in one.values():
                value[...] = 0
