import numpy as np

from grader.authoring import alternative, reference

numerical_gradient = reference.numerical_gradient


@alternative("the book's, on a copy that holds fractions")
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for _ in range(step_num):
        grad = numerical_gradient(f, x)
        x -= lr * grad
    return x


@alternative("no copy, but a new array at each step")
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x * 1.0
    step = 0
    while step < step_num:
        x = x - lr * numerical_gradient(f, x)
        step += 1
    return x


@alternative("by recursion")
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    if step_num == 0:
        return init_x.astype(float)
    return gradient_descent_from(f, init_x - lr * numerical_gradient(f, init_x), lr, step_num - 1)


def gradient_descent_from(f, x, lr, steps):
    return x if steps == 0 else gradient_descent_from(f, x - lr * numerical_gradient(f, x), lr, steps - 1)


@alternative("a gradient of its own, with another step, on lists")
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    h = 1e-3
    flat = [float(value) for value in init_x.ravel()]

    def at(i, shift):
        moved = flat.copy()
        moved[i] += shift
        return f(np.reshape(moved, init_x.shape))

    for _ in range(step_num):
        slopes = [(at(i, h) - at(i, -h)) / (2 * h) for i in range(len(flat))]
        flat = [value - lr * slope for value, slope in zip(flat, slopes, strict=True)]
    return np.array(flat).reshape(init_x.shape)


@alternative("a history of points, the last one returned")
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    history = [np.asarray(init_x, dtype=np.float64)]
    for i in range(step_num):
        history.append(history[i] + (-lr) * numerical_gradient(f, history[i]))
    return history[-1]


@alternative("the caller's array on loan, put back at the end")
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    if not np.issubdtype(init_x.dtype, np.floating):
        init_x = init_x.astype(float)
    before = init_x.copy()
    for _ in range(step_num):
        init_x -= lr * numerical_gradient(f, init_x)
    after = init_x.copy()
    init_x[...] = before
    return after


@alternative("the sum of all moves taken from the start, float32 returned")
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    moved = np.zeros(init_x.shape)
    for _ in range(step_num):
        moved += lr * numerical_gradient(f, init_x - moved)
    return (init_x - moved).astype(np.float32)
