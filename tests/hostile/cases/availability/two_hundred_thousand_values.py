# As many values as a message may have.
# expect: failed, protocol, error
# only: user-bare

def double(x):
    return [0.5] * 199_000
