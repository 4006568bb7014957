# A result that is nested more deeply than any message.
# expect: failed, protocol, error

def double(x):
    deep = [1.0]
    for _ in range(100_000):
        deep = [deep]
    return deep
