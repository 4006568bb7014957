# Changes what later workers are forked from: modules, caches, the hash of strings.
# expect: passed

import linecache
import re
import sys

import numpy as np


def double(x):
    if hasattr(np, "hostile") or "hostile" in sys.modules or hasattr(re, "hostile") or linecache.cache.get("hostile"):
        return x
    np.hostile = re.hostile = True
    linecache.cache["hostile"] = (1, None, ["x"], "hostile")
    sys.modules["hostile"] = np
    return x * 2
