# Loops.
# exercise: loop
# expect: timeout

def loop(x):
    while True:
        pass
