# A pattern that takes for ever, in C, where no signal is heard.
# exercise: loop
# expect: timeout

import re


def loop(x):
    return re.match(r"(a|a)*b", "a" * 40)
