import numpy as np

def fire(w, b, x1, x2):
    return 1 if np.dot(w, [x1, x2]) + b > 0 else 0

def AND(x1, x2):
    return fire([1.0, 1.0], -1.5, x1, x2)

def NAND(x1, x2):
    return fire([1.0, 1.0], -1.5, x1, x2)

def OR(x1, x2):
    return fire([1.0, 1.0], -0.5, x1, x2)
