# Control characters in an exception.
# expect: error
# due: a carriage return in a text gets into the message as a newline

def double(x):
    raise ValueError("\x1b[31m\r\t\x00\x07 red\x9d")
