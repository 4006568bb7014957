# The same for a result.
# expect: failed

def double(x):
    return type("Bad\n::error::\x1b[31m\u202e" + "n" * 1000, (), {})()
