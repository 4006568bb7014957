import numpy as np


sigmoid = lambda x: np.exp(-np.logaddexp(0.0, np.negative(x)))
