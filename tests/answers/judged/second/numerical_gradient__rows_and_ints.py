import numpy as np

H = 1e-4


def numerical_gradient(f, x):
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        up = x.copy()
        down = x.copy()
        up[i] = up[i] + H
        down[i] = down[i] - H
        gradient[i] = (f(up) - f(down)) / (2 * H)
    return gradient
