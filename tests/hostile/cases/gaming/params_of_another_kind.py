# Puts strings, itself and its own dict in the place of the parameters.
# exercise: sgd
# expect: failed, error, protocol

class SGD:
    def __init__(self, lr=0.01):
        pass

    def update(self, params, grads):
        for key in list(params):
            params[key] = params
        params["self"] = self
