# A dict with control characters in its keys.
# expect: failed

def double(x):
    return {"\x1b[2J\n": 1, "b" * 300: "\r\n"}
