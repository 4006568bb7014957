# A constant that the compiler would work out.
# exercise: loop
# expect: timeout, memory, failed, error

def loop(x):
    return 9**9**9
