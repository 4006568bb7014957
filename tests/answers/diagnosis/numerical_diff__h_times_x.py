def numerical_diff(f, x):
    h = abs(x) * 1e-5
    return (f(x + h) - f(x - h)) / (2 * h)
