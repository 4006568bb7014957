# A result whose type has the name and attributes of a proxy of the grader.
# expect: failed

class Remote:
    _conversation = None
    _number = 0
    _type_name = "Remote"
    _shown = "right"


def double(x):
    return Remote()
