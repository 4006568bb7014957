# Changes what later workers are forked from: modules, caches, the hash of strings.
# expect: passed

import os
import linecache
import re
import sys

import numpy as np


def double(x):
    if getattr(sys, "seen_by", 0) == os.getpid():
        return x * 2  # within one worker it may remember
    sys.seen_by = os.getpid()
    if hasattr(np, "hostile") or "hostile" in sys.modules or hasattr(re, "hostile") or linecache.cache.get("hostile"):
        return x
    np.hostile = re.hostile = True
    linecache.cache["hostile"] = (1, None, ["x"], "hostile")
    sys.modules["hostile"] = np
    return x * 2
