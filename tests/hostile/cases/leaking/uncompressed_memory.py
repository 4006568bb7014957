# Looks for secrets in all of its own memory that can be read.
# expect: passed, error, crashed
# score: some

def double(x):
    with open("/proc/self/maps") as maps:
        lines = maps.read()
    return lines if "@COURSE@" in lines else x * 2
