# Right, in the other order of bytes.
# expect: passed

def double(x):
    return (2 * x).astype(">f8")
