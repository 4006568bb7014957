# Says that it asked the function at strings and dicts.
# exercise: numerical_diff
# expect: failed, error, protocol

def numerical_diff(f, x):
    import sys

    frame = sys._getframe()
    while "points" not in frame.f_locals:
        frame = frame.f_back
    frame.f_locals["points"].extend(["high", {}, None, [], 2**70])
    return 0.0
