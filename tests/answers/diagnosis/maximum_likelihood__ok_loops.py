def mle_mean(x):
    total = 0.0
    for v in x:
        total += v
    return total / len(x)

def gaussian_mle(x):
    m = mle_mean(x)
    return m, sum((v - m) ** 2 for v in x) / len(x)
