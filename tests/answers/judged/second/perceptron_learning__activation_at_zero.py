import numpy as np


class Perceptron:
    def __init__(self, input_size, learning_rate=0.1, epochs=100):
        self.weights = np.zeros(input_size + 1)  # +1 for bias
        self.lr = learning_rate
        self.epochs = epochs

    def activation(self, x):
        return 1 if x >= 0 else 0

    def predict(self, x):
        x = np.insert(x.astype(float), 0, 1)  # bias term
        return self.activation(np.dot(self.weights, x))

    def train(self, X, y):
        for epoch in range(self.epochs):
            total_error = 0
            for xi, yi in zip(X, y):
                xi_bias = np.insert(xi.astype(float), 0, 1)
                error = yi - self.predict(xi)
                self.weights += self.lr * error * xi_bias
                total_error += abs(error)
            if total_error == 0:
                break


def fit_perceptron(X, t, lr=1.0, epochs=10):
    p = Perceptron(X.shape[1], learning_rate=lr, epochs=epochs)
    p.train(X, t)
    return p.weights[1:], p.weights[0]
