def step(s):
    if s >= 0:
        return 1
    else:
        return 0

def AND(x1, x2):
    return step(x1 + x2 - 1)

def NAND(x1, x2):
    return step(-x1 - x2 + 1.5)

def OR(x1, x2):
    return step(x1 + x2 - 0.5)
