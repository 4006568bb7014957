# An exception with a text of 50 MB.
# expect: error

def double(x):
    raise ValueError("long\u202e" * 10_000_000)
