# Fills the memory with lists in lists.
# expect: memory, timeout

def double(x):
    kept = []
    while True:
        kept = [kept, [0] * 1000]
