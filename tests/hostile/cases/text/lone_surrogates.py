# Halves of characters in an exception, a result and the output.
# expect: error

def double(x):
    print("\udc80\ud800")
    raise ValueError("\udcff\ud834 half")
