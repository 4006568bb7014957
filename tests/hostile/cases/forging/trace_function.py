# Traces the worker, to answer from within.
# expect: failed, protocol, error

import sys


def trace(frame, event, arg):
    if "outcomes" in frame.f_locals:
        frame.f_locals["outcomes"].append(("value", 1.0, []))
    return trace


def double(x):
    sys.settrace(trace)
    frame = sys._getframe().f_back
    while frame:
        frame.f_trace = trace
        frame = frame.f_back
    return x * 3
