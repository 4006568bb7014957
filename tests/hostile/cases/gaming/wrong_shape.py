# A column for a row.
# expect: failed
# says: shape \(3, 1\), expected \(3,\)

def double(x):
    return (2 * x).reshape(-1, 1)
