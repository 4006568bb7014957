# Writes the results itself.
# expect: failed

def double(x):
    for path in ("results.json", "/tmp/gradkata-hostile.json", "/autograder/results/results.json", "@COURSE@/../gradebook.sqlite3"):
        try:
            with open(path, "w") as file:
                file.write('{"score": 100}')
            return "written"
        except OSError:
            pass
    return x * 3
