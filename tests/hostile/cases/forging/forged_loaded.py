# Says that it was loaded, and ends.
# expect: exited, failed, protocol, crashed

import os
import struct
import sys

frame = sys._getframe()
while "nonce" not in frame.f_locals:
    frame = frame.f_back
body = sys.modules["inside.wire"].dumps(("loaded",))
os.write(3, struct.pack("<16sQ", frame.f_locals["nonce"], len(body)) + body)
os._exit(0)
