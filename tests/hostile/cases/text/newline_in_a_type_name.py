# A type of two lines.
# expect: error

def double(x):
    raise type("Bad\n::error::\x1b[31m", (Exception,), {})("here")
