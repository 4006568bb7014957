# A number of the function's name.
# expect: error

double = 2
