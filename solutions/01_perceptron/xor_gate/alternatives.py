import numpy as np

from grader.authoring import alternative, reference


@alternative("four NAND gates")
def XOR(x1, x2):
    s = reference.NAND(x1, x2)
    return reference.NAND(reference.NAND(x1, s), reference.NAND(s, x2))


@alternative("OR of two ANDs, with negations made of NAND")
def XOR(x1, x2):
    not_x1, not_x2 = reference.NAND(x1, x1), reference.NAND(x2, x2)
    return reference.OR(reference.AND(x1, not_x2), reference.AND(not_x1, x2))


@alternative("comparison, a bool result")
def XOR(x1, x2):
    return x1 != x2


@alternative("two layers of weights in float32")
def XOR(x1, x2):
    x = np.array([x1, x2], dtype=np.float32)
    hidden = (x @ np.array([[-1, 1], [-1, 1]], dtype=np.float32) + np.array([1.5, -0.5], dtype=np.float32)) > 0
    return np.float32(hidden.sum() > 1.5)


@alternative("the distance of the inputs")
def XOR(x1, x2):
    return np.array(abs(x1 - x2))
