# Catches whatever stops it.
# expect: timeout

def double(x):
    while True:
        try:
            raise KeyboardInterrupt
        except BaseException:
            continue
