# A pattern that takes for ever, in C, where no signal is heard.
# expect: timeout

import re


def double(x):
    return re.match(r"(a|a)*b", "a" * 40)
