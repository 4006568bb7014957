# Names that look like others: full width letters are the same name for Python.
# expect: passed

def ｄｏｕｂｌｅ(x):
    return x * 2
