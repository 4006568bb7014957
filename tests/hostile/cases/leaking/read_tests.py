# Opens the hidden files of the course.
# expect: passed

def double(x):
    for path in ("@COURSE@/solutions/course.toml", "@COURSE@/solutions/01_first/double/checks.py", "@ROOT@/grader/judge/judge.py",
                 "@ROOT@/solutions/course.toml", "/etc/passwd", "/etc/shadow", "/proc/1/environ"):
        try:
            return open(path).read()
        except OSError:
            pass
    return x * 2
