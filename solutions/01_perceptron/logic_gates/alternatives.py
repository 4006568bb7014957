import numpy as np

from grader.authoring import alternative


def also(known, **others):
    """The same answer's other functions."""
    known.symbols.update(others)


@alternative("the book's: arrays, and weights with one decimal")
def AND(x1, x2):
    x = np.array([x1, x2])
    w = np.array([0.5, 0.5])
    b = -0.7
    tmp = np.sum(w * x) + b
    if tmp <= 0:
        return 0
    else:
        return 1


def book_nand(x1, x2):
    tmp = np.sum(np.array([-0.5, -0.5]) * np.array([x1, x2])) + 0.7
    return 0 if tmp <= 0 else 1


def book_or(x1, x2):
    tmp = np.sum(np.array([0.5, 0.5]) * np.array([x1, x2])) - 0.2
    return 0 if tmp <= 0 else 1


also(AND, NAND=book_nand, OR=book_or)


@alternative("a threshold in place of the bias, and bool results")
def perceptron(x1, x2, w1, w2, b):
    return w1 * x1 + w2 * x2 > -b


also(
    perceptron,
    AND=lambda x1, x2: x1 + x2 > 1.5,
    NAND=lambda x1, x2: not x1 + x2 > 1.5,
    OR=lambda x1, x2: np.array(x1 + x2 > 0.5),
)


@alternative("float32 dot products and heaviside, uneven weights")
def perceptron(x1, x2, w1, w2, b):
    x, w = np.array([x1, x2, 1], dtype=np.float32), np.array([w1, w2, b], dtype=np.float32)
    return np.heaviside(x @ w, 0)


def uneven_and(x1, x2):
    return np.heaviside(np.float32(3 * x1 + 2 * x2 - 4), 0)


def uneven_nand(x1, x2):
    return np.heaviside(np.float32(5 - 3 * x1 - 2.5 * x2), 0)


def uneven_or(x1, x2):
    return np.heaviside(np.float32(30 * x1 + 7 * x2 - 1e-3), 0)


also(perceptron, AND=uneven_and, NAND=uneven_nand, OR=uneven_or)


@alternative("lists and loops; the gates without any weights")
def perceptron(x1, x2, w1, w2, b):
    total = b
    for x, w in zip([x1, x2], [w1, w2], strict=True):
        total += w * x
    return int(total > 0)


also(
    perceptron,
    AND=lambda x1, x2: x1 * x2,
    NAND=lambda x1, x2: 1 - x1 * x2,
    OR=max,
)
