# Text that is shown backwards.
# expect: error

def double(x):
    raise ValueError("\u202e\u2066passed\u2069\u200b\u2028\u2029\u0085 done")
