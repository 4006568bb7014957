import numpy as np

def AND(x1, x2):
    x = np.array([x1, x2]); w = np.array([0.5, 0.5]); b = -0.7
    return int(np.sum(w*x) + b > 0)

def NAND(x1, x2):
    x = np.array([x1, x2]); w = np.array([-0.5, -0.5]); b = -0.7
    return int(np.sum(w*x) + b > 0)

def OR(x1, x2):
    x = np.array([x1, x2]); w = np.array([0.5, 0.5]); b = -0.2
    return int(np.sum(w*x) + b > 0)
