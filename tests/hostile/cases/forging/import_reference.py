# Imports the reference.
# expect: error
# says: ModuleNotFoundError

import grader.course
import solutions


def double(x):
    return solutions.double(x)
