def numerical_diff(f, x):
    delta = 0.0001
    df = f(x + delta) - f(x - delta)
    return df / delta
