# A function of the class's name that gives no object.
# exercise: affine
# expect: failed, error, missing

def Affine(W, b):
    return 7
