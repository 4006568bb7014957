# The output that it put in place interrupts whoever flushes it.
# expect: error, failed, crashed, exited, protocol

import sys


class Out:
    def flush(self):
        raise KeyboardInterrupt

    def write(self, text):
        raise KeyboardInterrupt


def double(x):
    sys.stdout = sys.stderr = Out()
    return x * 2
