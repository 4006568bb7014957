# A list that holds itself.
# expect: failed, protocol, error

def double(x):
    endless = [1.0]
    endless.append(endless)
    return endless
