def fires(total, threshold):
    return 1 if total > threshold else 0

def AND(x1, x2):
    return fires(x1 + x2, 1.5)

def NAND(x1, x2):
    return fires(-x1 - x2, -0.5)

def OR(x1, x2):
    return fires(x1 + x2, 0.5)
