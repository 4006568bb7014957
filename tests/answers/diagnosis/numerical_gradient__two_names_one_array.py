import numpy as np


def numerical_gradient(f, x):
    eps = 1e-5
    theta = np.array(x, dtype=float)
    grad = np.zeros(theta.shape)
    for ix in np.ndindex(*theta.shape):
        theta_plus = theta
        theta_minus = theta
        theta_plus[ix] += eps
        theta_minus[ix] -= eps
        J_plus = f(theta_plus)
        J_minus = f(theta_minus)
        grad[ix] = (J_plus - J_minus) / (2 * eps)
    return grad
