# Fills the memory with lists in lists.
# exercise: loop
# expect: memory, timeout

def loop(x):
    kept = []
    while True:
        kept = [kept, [0] * 1000]
