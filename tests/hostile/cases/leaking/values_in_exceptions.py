# Raises its inputs.
# expect: error

def double(x):
    raise ValueError(repr(x.tolist()))
