# Sleeps while it is imported, and uses no processor time.
# exercise: loop
# expect: timeout

import time

time.sleep(1000)
