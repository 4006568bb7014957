# Not yet begun.
# expect: failed

async def double(x):
    return x * 2
