# A constant that the compiler would work out.
# expect: timeout, memory, failed, error

def double(x):
    return 9**9**9
