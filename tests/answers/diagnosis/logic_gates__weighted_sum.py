import numpy as np

def gate(x1, x2, w, b):
    return np.dot(np.array([x1, x2]), np.array(w)) + b

def AND(x1, x2):
    return gate(x1, x2, [0.5, 0.5], -0.7)

def NAND(x1, x2):
    return gate(x1, x2, [-0.5, -0.5], 0.7)

def OR(x1, x2):
    return gate(x1, x2, [0.5, 0.5], -0.2)
