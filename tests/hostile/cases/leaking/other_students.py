# Opens what others handed in.
# expect: passed

import glob


def double(x):
    found = glob.glob("@COURSE@/../in/*") + glob.glob("@COURSE@/../*") + glob.glob("../in/*") + glob.glob("/tmp/*")
    return found or x * 2
