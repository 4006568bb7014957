# Adds its inputs to an exception as notes, causes and contexts.
# expect: error

def double(x):
    try:
        raise ValueError(repr(x))
    except ValueError as error:
        other = RuntimeError("here")
        other.add_note(repr(x))
        raise other from error
