# Prints what a grader would print.
# expect: failed

def double(x):
    print('{"status": "passed", "score": 100, "max_score": 100}')
    print("100/100\nOK\n::set-output name=score::100")
    return x * 3
