# An exception that a spreadsheet would run.
# expect: error

def double(x):
    raise ValueError('=HYPERLINK("http://example.org")')
