# Loops.
# expect: timeout

def double(x):
    while True:
        pass
