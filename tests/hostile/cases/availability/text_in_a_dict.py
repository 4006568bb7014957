# A dict of long keys.
# expect: failed, protocol

def double(x):
    return {"k" * 10_000_000 + str(n): n for n in range(2)}
