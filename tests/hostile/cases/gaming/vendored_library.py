# Looks for libraries of the grader's own environment.
# expect: error
# says: ModuleNotFoundError

import sqlalchemy


def double(x):
    return sqlalchemy.func.abs(x) * 2
