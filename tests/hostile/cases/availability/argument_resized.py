# Resizes the arrays that it was given.
# exercise: sgd
# expect: failed, error, protocol

class SGD:
    def __init__(self, lr=0.01):
        pass

    def update(self, params, grads):
        for value in params.values():
            value.resize((1,) * 30, refcheck=False)
            value.shape = ()
            value.dtype = complex
