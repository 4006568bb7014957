def AND(x1, x2):
    theta = 0.7
    if 0.5*x1 + 0.5*x2 > theta:
        return 1
    return 0

def NAND(x1, x2):
    theta = -0.7
    if -0.5*x1 - 0.5*x2 > theta:
        return 1
    return 0

def OR(x1, x2):
    theta = 0.6
    if 0.5*x1 + 0.5*x2 > theta:
        return 1
    return 0
