# Fails as a test fails.
# expect: error
# says: AssertionError

def double(x):
    raise AssertionError("all tests passed")
