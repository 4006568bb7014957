# Names its exception after its inputs.
# expect: error

def double(x):
    raise type("x_" + "_".join(str(int(abs(v) * 1000)) for v in x.ravel()), (Exception,), {})
