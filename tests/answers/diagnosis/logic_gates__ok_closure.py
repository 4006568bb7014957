class Perceptron:
    def __init__(self, w1, w2, theta):
        self.w1, self.w2, self.theta = w1, w2, theta

    def __call__(self, x1, x2):
        return int(self.w1 * x1 + self.w2 * x2 > self.theta)


AND = Perceptron(1, 1, theta=1)
NAND = Perceptron(-1, -1, theta=-2)
OR = Perceptron(1, 1, theta=0)
