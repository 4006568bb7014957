# The same for a result.
# expect: failed
# due: a newline in a type name gets into the message

def double(x):
    return type("Bad\n::error::\x1b[31m\u202e" + "n" * 1000, (), {})()
