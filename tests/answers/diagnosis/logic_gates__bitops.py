def AND(x1, x2):
    return x1 & x2

def NAND(x1, x2):
    return 1 - (x1 & x2)

def OR(x1, x2):
    return x1 | x2
