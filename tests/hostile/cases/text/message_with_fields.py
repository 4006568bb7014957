# An exception with fields like those of our own sentences.
# expect: error

def double(x):
    raise ValueError("{place} {0} %s {self.__class__} {")
