# Prints what moves the cursor, clears the screen, sets the title, answers questions.
# expect: failed

def double(x):
    print("\x1b[2J\x1b[1;1H\x1b]0;owned\x07\x9b31m\x1bP+q\x1b\\ \x1b[6n\x08\x08\x7f")
    return x * 3
