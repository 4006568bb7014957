def XOR(x1, x2):
    """no layers, just a truth table"""
    table = {(0, 0): 0, (0, 1): 1, (1, 0): 1, (1, 1): 0}
    return table[(x1, x2)]
