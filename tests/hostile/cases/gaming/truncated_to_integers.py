# Whole numbers where fractions are asked.
# expect: failed

def double(x):
    return (2 * x).astype(int)
