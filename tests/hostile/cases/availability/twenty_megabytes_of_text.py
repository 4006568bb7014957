# A text of 20 MB where a number is due.
# expect: failed, protocol

def double(x):
    return "\x1b[31m" * 4_000_000
