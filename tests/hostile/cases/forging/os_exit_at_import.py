# Leaves before anything is asked.
# expect: exited

import os

os._exit(0)
