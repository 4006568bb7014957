# Loops while it is imported.
# expect: timeout

while True:
    pass
