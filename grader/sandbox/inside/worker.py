"""The worker: one process, one check, one answer. It speaks when spoken to, and everything it says is suspect.

A request is a frame (see wire.py) whose body starts with a letter:

    P  prepare: compile an answer                        -> ("prepared", marshalled code, notes) | outcome
    L  load: run the compiled answer in a new namespace  -> ("loaded",) | outcome
    D  do: operations on it (see interpreter.py)         -> a reply of the interpreter
    S  slips: what can be seen in an answer's code       -> ("slips", findings)

The reply is one frame with the nonce of the request. Before all of that it says once that it is there (`wire.READY`).
"""

from __future__ import annotations

import builtins
import gc
import marshal
import os
import random
import socket
import sys
import warnings
from types import ModuleType
from typing import Any

import numpy as np

from . import answer, handed_in, interpreter, wire
from .interpreter import Interpreter
from .parsing import Source
from .pieces import Wanted


class _Closed(Exception):
    """The grader has hung up."""


def serve(talk: socket.socket) -> None:
    """Answer requests until the grader hangs up. Never returns normally if student code exits."""
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False, buffering=1)
    builtins.__absent__ = handed_in.Absent  # type: ignore[attr-defined]
    rehearse()
    gc.enable()  # the process was started without: nothing that is imported becomes garbage
    talk.sendall(wire.READY)
    loaded: Interpreter | None = None
    while True:
        try:
            nonce, body = _receive(talk)
        except _Closed:
            return
        verb, payload = body[:1], body[1:]
        try:
            if verb == b"P":
                reply = _prepare(*wire.loads(payload))
            elif verb == b"S":
                reply = _slips(*wire.loads(payload))
            elif verb == b"L":
                loaded, reply = _load(*wire.loads(payload))
            else:
                assert loaded is not None
                reply = loaded.carry_out(payload)
        except SystemExit as leaving:
            _flush()
            os._exit(leaving.code if isinstance(leaving.code, int) else 1 if leaving.code else 0)
        except BaseException as error:  # KeyboardInterrupt and the like, raised by the answer: an error, not a way out
            reply = interpreter.failure(error, loaded.filename if loaded else "")
        _flush()
        _send(talk, nonce, reply)


_PLAY = "import numpy as np\nclass A:\n    def __init__(self, x): self.x = x\n    def f(self, y): return self.x @ y\n"


def rehearse() -> None:
    """Go once through what a check goes through: the first write to a page that a fork shares costs a copy of it,
    and a worker in reserve has nothing else to do."""
    loaded, _ = _load(answer.whole(_PLAY, "rehearsal").packed(), {}, "rehearsal", 0)
    x = np.ones((2, 2))
    operations: list[Any] = [("new", "A", 1, [x], {}), ("call", 1, "f", 2, [x], {}), ("get", 1, "x", 3)]
    for operation in operations:
        wire.loads(loaded.carry_out(wire.dumps([operation])))


def _prepare(cells: Any, wanted: Any, filename: str, path: str) -> bytes:
    sources = [Source(start, source.decode(), module) for start, source, module in cells]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an invalid escape is worth no line in a report
            prepared, notes = answer.prepare(sources, [Wanted(*one) for one in wanted], filename, path)
    except SyntaxError as error:
        return _refused(error, str(error.msg), error.lineno, _column(error, sources))
    except (ValueError, MemoryError, RecursionError, OverflowError) as error:
        return _refused(error, str(error), None)
    return wire.dumps(("prepared", prepared.packed(), list(notes)))


def learn() -> None:
    """Import what only an answer needs that has failed. Once a worker is confined it can read nothing of ours."""
    from . import slips  # noqa: F401


def _slips(cells: Any, wanted: Any, stub: str, raised: Any) -> bytes:
    from .slips import find_slips

    sources = [Source(start, source.decode(), module) for start, source, module in cells]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return wire.dumps(("slips", find_slips(sources, [Wanted(*one) for one in wanted], stub, raised)))


def _refused(error: Exception, said: str, line: int | None, column: int | None = None) -> bytes:
    said = said[: interpreter.MAX_ERROR_TEXT]
    return wire.dumps(("error", "syntax", wire.type_name(error), said, interpreter.line_or_none(line), column))


def _column(error: SyntaxError, sources: list[Source]) -> int | None:
    """Where in the line, if Python saw the line as it stands in the answer; a cell's may have been shifted."""
    for start, text, _ in sources:
        rows = text.split("\n")
        if error.lineno and start <= error.lineno < start + len(rows):
            as_it_stands = rows[error.lineno - start].rstrip() == (error.text or "").rstrip()
            return interpreter.line_or_none(error.offset) if as_it_stands else None
    return None


def _load(code: bytes, aliases: dict[str, Any], filename: str, seed: int) -> tuple[Interpreter, bytes]:
    random.seed(seed)
    np.random.seed(seed % 2**32)
    main, modules, path = marshal.loads(code)
    sys.argv = [path or filename]
    handed_in.make_importable(modules, path)
    package = handed_in.package_of(path)
    made_module = sys.modules["answer"] = ModuleType("answer")  # where dataclasses look for annotations
    module = made_module.__dict__
    module |= {
        "__name__": "answer",
        "__package__": package,
        "__file__": path or filename,
        "__builtins__": __builtins__,
    }
    made = Interpreter(module, aliases, filename)
    try:
        exec(main, module)
    except Exception as error:
        return made, wire.dumps(interpreter.describe(error, filename))
    return made, wire.dumps(("loaded",))


def _receive(talk: socket.socket) -> tuple[bytes, bytes]:
    """The next request's nonce and body. The grader waits for each reply, so nothing follows a request."""
    data = bytearray()
    needed = wire.FRAME.size
    while len(data) < needed:
        piece = talk.recv(1 << 16)
        if not piece:
            raise _Closed
        data += piece
        if needed == wire.FRAME.size <= len(data):
            needed += wire.FRAME.unpack_from(data)[1]
    return bytes(data[:16]), bytes(data[wire.FRAME.size :])


def _send(talk: socket.socket, nonce: bytes, body: bytes) -> None:
    talk.sendall(wire.FRAME.pack(nonce, len(body)) + body)


def _flush() -> None:
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass  # the answer may have closed or replaced them; that is no reason to lose its result
