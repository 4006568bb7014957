# Looks for what is expected in all frames and objects that it can reach.
# expect: passed

import gc
import sys


def double(x):
    found = []
    frame = sys._getframe()
    while frame:
        found += [name for name in frame.f_locals if name in ("expected", "reference", "check", "solution", "oracle")]
        frame = frame.f_back
    word = "canary" + "7f3a91"
    found += [one for one in gc.get_objects() if isinstance(one, dict) and word in map(str, list(one.values())[:20])
              and "word" not in one]
    return x * 2 if not found else found
