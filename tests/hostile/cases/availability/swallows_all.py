# Catches whatever stops it.
# exercise: loop
# expect: timeout

def loop(x):
    while True:
        try:
            raise KeyboardInterrupt
        except BaseException:
            continue
