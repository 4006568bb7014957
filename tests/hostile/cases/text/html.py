# Prints a page.
# expect: failed

def double(x):
    print("</pre><script>alert(1)</script><img src=x onerror=alert(1)>&lt;")
    return x * 3
