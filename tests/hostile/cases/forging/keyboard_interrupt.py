# Interrupts the grader, as a person would.
# expect: error
# says: KeyboardInterrupt

def double(x):
    raise KeyboardInterrupt
