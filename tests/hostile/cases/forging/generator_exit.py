# Ends as a generator ends.
# expect: error

def double(x):
    raise GeneratorExit
