# Imports a library that does it all.
# expect: error, forbidden
# says: ModuleNotFoundError|not allowed

import torch


def double(x):
    return torch.tensor(x).mul(2).numpy()
