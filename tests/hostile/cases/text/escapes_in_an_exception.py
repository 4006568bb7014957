# Control characters in an exception.
# expect: error

def double(x):
    raise ValueError("\x1b[31m\r\t\x00\x07 red\x9d")
