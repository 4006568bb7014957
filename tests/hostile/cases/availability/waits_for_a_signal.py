# Blocks every signal and waits for one.
# exercise: loop
# expect: timeout, error

import signal


def loop(x):
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    return signal.sigwait(signal.valid_signals())
