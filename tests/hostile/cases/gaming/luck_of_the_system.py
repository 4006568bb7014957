# Right once in 2**32 loads: random bytes of the system's, from everywhere.
# expect: failed

import os
import secrets
import uuid
from random import SystemRandom

LUCKY = secrets.randbits(8) == os.urandom(1)[0] == uuid.uuid4().bytes[0] == SystemRandom().getrandbits(8) == 7


def double(x):
    return x * 2 if LUCKY else x * 3
