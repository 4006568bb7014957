import math
import numpy as np

class Normal:
    def __init__(self, mu, sigma2):
        self.mu = mu
        self.sd = math.sqrt(sigma2)

    def logpdf(self, x):
        z = (np.asarray(x) - self.mu) / self.sd
        return -0.5 * z ** 2 - math.log(self.sd) - 0.5 * math.log(2 * math.pi)

def gaussian_pdf(x, mu, sigma2):
    return np.exp(Normal(mu, sigma2).logpdf(x))

def likelihood(x, mu, sigma2):
    return math.exp(sum(Normal(mu, sigma2).logpdf(x)))

def negative_log_likelihood(x, mu, sigma2):
    return -sum(Normal(mu, sigma2).logpdf(x))
