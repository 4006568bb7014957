"""One key at a time from a terminal, which is again as it was when that is over, however it ends.

Signals: who ends us (SIGTERM, SIGHUP, SIGQUIT) raises SystemExit, so that every `finally` is gone through; ^Z hands
the terminal back before it stops us, and `fg` takes it again. ^C stays KeyboardInterrupt.
"""

from __future__ import annotations

import os
import signal
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

END = "\x04"  # ^D, and what is read when there is nothing more to read

_ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT")
_VT = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
_STDOUT = -11


@contextmanager
def ending_by_exception() -> Iterator[None]:
    """Signals that end the process raise SystemExit in the main thread; without it nothing would be put away."""

    def leave(number: int, _: Any) -> None:
        raise SystemExit(128 + number)

    names = [name for name in _ENDING if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), leave) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


@contextmanager
def single_keys(resumed: Callable[[], None]) -> Iterator[None]:
    """Keys arrive at once and are not shown. `resumed` is called, in the main thread, after a stop by ^Z."""
    with ending_by_exception():
        if os.name == "nt":
            with _windows_terminal():
                yield
        else:
            with _posix_terminal(resumed):
                yield


@contextmanager
def _posix_terminal(resumed: Callable[[], None]) -> Iterator[None]:
    import termios

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    ours = termios.tcgetattr(descriptor)
    ours[3] &= ~(termios.ICANON | termios.ECHO)  # signals from keys stay
    ours[6][termios.VMIN], ours[6][termios.VTIME] = 1, 0

    def put(modes: list[Any]) -> None:
        try:
            if not _is_the_shells(descriptor):
                termios.tcsetattr(descriptor, termios.TCSANOW, modes)
        except termios.error:
            pass  # it was closed under us; nobody is left to whom it could be broken

    def stop(*_: Any) -> None:
        put(before)
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)  # here we stand until somebody says `fg`
        go_on()

    def go_on(*_: Any) -> None:
        signal.signal(signal.SIGTSTP, stop)
        put(ours)
        resumed()

    handlers = {
        signal.SIGTSTP: signal.signal(signal.SIGTSTP, stop),
        signal.SIGCONT: signal.signal(signal.SIGCONT, go_on),
    }
    try:
        put(ours)
        yield
    finally:
        interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second ^C must not come between
        put(before)
        for number, handler in (*handlers.items(), (signal.SIGINT, interrupt)):
            signal.signal(number, handler)


def _is_the_shells(descriptor: int) -> bool:
    """Whether we are in the background of this terminal, whose modes are then not ours to set."""
    try:
        return os.tcgetpgrp(descriptor) != os.getpgrp()
    except OSError:  # no job control on it, so nobody else has it
        return False


@contextmanager
def _windows_terminal() -> Iterator[None]:
    """Keys come singly from `msvcrt` anyway; only the console must be told to obey escape sequences."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    console, before = kernel.GetStdHandle(_STDOUT), ctypes.c_uint32()
    kernel.GetConsoleMode(console, ctypes.byref(before))
    kernel.SetConsoleMode(console, before.value | _VT)
    try:
        yield
    finally:
        kernel.SetConsoleMode(console, before.value)


def read_keys(tell: Callable[[str], None]) -> None:
    """Tell each key that is pressed, small and half-width, until the end, which is told as END. For a thread."""
    read = _windows_key if os.name == "nt" else _posix_keys
    while True:
        for key in read():
            tell(key)
            if key == END:
                return


def _posix_keys() -> str:
    try:
        data = os.read(sys.stdin.fileno(), 1024)
    except OSError:
        return END
    if data.startswith(b"\x1b"):  # an arrow or a function key; its letters were not typed
        return ""
    return plain(data.decode("utf-8", "ignore")) if data else END


def _windows_key() -> str:
    import msvcrt

    key: str = msvcrt.getwch()  # type: ignore[attr-defined]
    if key in "\x00\xe0":
        msvcrt.getwch()  # type: ignore[attr-defined]
        return ""
    return plain(key)


def plain(keys: str) -> str:
    """As they were meant: with caps lock, or an input method that makes them full-width."""
    return unicodedata.normalize("NFKC", keys).lower()
