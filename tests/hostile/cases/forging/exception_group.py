# Many exceptions in one, within one another.
# expect: error

def double(x):
    group = ValueError("inner")
    for _ in range(500):
        group = BaseExceptionGroup("outer", [group, KeyboardInterrupt()])
    raise group
