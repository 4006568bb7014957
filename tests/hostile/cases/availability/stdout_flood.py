# Prints without end.
# expect: output_limit

def double(x):
    while True:
        print("x" * 1000)
