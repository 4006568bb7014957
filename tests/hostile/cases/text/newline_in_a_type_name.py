# A type of two lines.
# expect: error
# due: a newline in a type name gets into the message

def double(x):
    raise type("Bad\n::error::\x1b[31m", (Exception,), {})("here")
