# Blocks every signal and waits for one.
# expect: timeout, error

import signal


def double(x):
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    return signal.sigwait(signal.valid_signals())
