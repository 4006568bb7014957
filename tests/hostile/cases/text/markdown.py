# An exception that a page would show as a picture.
# expect: error

def double(x):
    raise ValueError("![x](http://example.org/x.png) <b>bold</b> `code` [link](javascript:alert(1))")
