# Right at the first call of a process, wrong at all others.
# expect: failed
# score: some

calls = []


def double(x):
    calls.append(x)
    return x * 2 if len(calls) < 2 else x
