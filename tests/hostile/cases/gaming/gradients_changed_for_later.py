# Changes the gradients that it was given, for the check that uses them again.
# exercise: affine
# expect: failed
# score: some

class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        return x @ self.W + self.b

    def backward(self, dout):
        dout[...] = 0
        self.dW, self.db = self.W * 0, self.b * 0
        return dout @ self.W.T
