# Loops while it is imported.
# exercise: loop
# expect: timeout

while True:
    pass
