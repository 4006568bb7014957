# An exception of its own that has the name of one of Python's, and its inputs in the text.
# expect: error

def double(x):
    raise type("ValueError", (Exception,), {"__str__": lambda self: repr(x.tolist())})
