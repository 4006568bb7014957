import numpy as np

# AND gate
def AND(x1, x2):
    w1, w2, b = 0.5, 0.5, -0.7
    s = x1*w1 + x2*w2 + b
    return 1 if s > 0 else 0

# NAND gate
def AND(x1, x2):
    w1, w2, b = -0.5, -0.5, 0.7
    s = x1*w1 + x2*w2 + b
    return 1 if s > 0 else 0

# OR gate
def AND(x1, x2):
    w1, w2, b = 0.5, 0.5, -0.2
    s = x1*w1 + x2*w2 + b
    return 1 if s > 0 else 0
