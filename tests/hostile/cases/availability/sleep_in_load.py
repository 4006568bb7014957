# Sleeps while it is imported, and uses no processor time.
# expect: timeout

import time

time.sleep(1000)
