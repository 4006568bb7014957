"""Who carries out batches: processes of this machine, or those of a Dask cluster. Either maps the same functions over the same
batches, so neither can make a result another one.

A batch that takes its process with it is tried again one item at a time; an item that does so alone is lost, and everything
else is done. Nothing is waited for longer than needed: a window of batches is under way, and results come as they are ready.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import IO, Any, Protocol, TypeVar

from grader.classroom.batch import Brief
from grader.errors import SandboxError, TextError
from grader.lacking import lack, reraise_lack
from grader.sandbox.worker import last_line
from grader.words import text

_TASKS_HERE = (
    4  # threads and processes of a pool: who manages it, who feeds it, who tidies up after it, and one to spare
)
_TASKS_EACH = 10  # a process with two threads, its sandbox, the zygote in it, two workers, and some to spare
_LOOK_S = 1.0  # so often it is looked whether a thread of the pool has ended
_AHEAD = 2  # batches under way for each worker: one at work, one waiting at its door

_Item = TypeVar("_Item")
_Out = TypeVar("_Out")
_Work = Callable[[Brief, Sequence[_Item]], list[_Out]]


class WorkersError(TextError):
    """They cannot be had."""


class Workers(Protocol):
    """
    Attributes:
        packed: whether the course must travel with the brief.
    """

    packed: bool

    def map(
        self, work: _Work[_Item, _Out], brief: Brief, batches: Iterable[Sequence[_Item]], apart: bool = False
    ) -> Iterator[tuple[_Item, _Out | None]]:
        """Each item with what `work` made of it, as it comes; None for one that ended every process it was given to.

        `apart`: one batch after the other, with nothing beside it.
        """


def cores() -> int:
    """How many processes this machine can run at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


class Processes:
    """So many processes of this machine. Use as a context manager. They start with the first batch: where nothing is to do,
    none does."""

    packed = False

    def __init__(self, number: int) -> None:
        self._number = number
        self._pool: ProcessPoolExecutor | None = None
        self._said: IO[bytes] | None = None
        self._broke: BaseException | None = None
        self._flying: dict[Future[list[Any]], Sequence[Any]] = {}

    def __enter__(self) -> Processes:
        self._hook, threading.excepthook = threading.excepthook, self._hear
        return self

    def __exit__(self, *_: object) -> None:
        threading.excepthook = self._hook
        if self._pool is not None:
            if self._flying:  # interrupted
                _kill_children()
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
        if self._said is not None:
            self._said.close()

    def map(
        self, work: _Work[_Item, _Out], brief: Brief, batches: Iterable[Sequence[_Item]], apart: bool = False
    ) -> Iterator[tuple[_Item, _Out | None]]:
        rest, suspects, flying = iter(batches), deque[Sequence[_Item]](), self._flying
        suspected = False  # whether what is under way is a suspect, alone
        while True:
            if not flying:
                suspected = bool(suspects)
            room = 1 if suspected or apart else self._number * _AHEAD
            while len(flying) < room and (batch := suspects.popleft() if suspected else next(rest, None)):
                flying[self._submit(work, brief, batch)] = batch
            if not flying:
                break
            done, _ = wait(flying, _LOOK_S, FIRST_COMPLETED)
            if self._broke:
                self._abandon()
                raise self._broke
            if not any(isinstance(one.exception(), BrokenProcessPool) for one in done):
                for one in done:
                    yield from zip(flying.pop(one), one.result(), strict=True)
                continue
            self._tell_lack()
            # All that was under way is lost with the pool, and one of it is to blame: each is tried alone.
            lost, self._pool = [item for batch in flying.values() for item in batch], None
            flying.clear()
            if suspected:
                yield lost[0], None
            else:
                suspects.extend([item] for item in lost)

    def _submit(self, work: _Work[_Item, _Out], brief: Brief, batch: Sequence[_Item]) -> Future[list[_Out]]:
        """Raises OSError or RuntimeError where this machine cannot have so many processes."""
        try:
            self._said = self._said or _notes()
            with _stderr_to(self._said):
                self._pool = self._pool or _pool(self._number)
                return self._pool.submit(work, brief, batch)
        except BrokenProcessPool as broke:  # since it was last looked at
            failed: Future[list[_Out]] = Future()
            failed.set_exception(broke)
            return failed
        except (OSError, RuntimeError):  # half of a pool is no pool: what waits for the other half waits for ever
            self._abandon()
            raise

    def _hear(self, ended: threading.ExceptHookArgs) -> None:
        """A thread of the pool could not start another one, and nothing more will come of it."""
        self._broke = ended.exc_value

    def _abandon(self) -> None:
        _kill_children()
        self._pool = None
        self._flying.clear()

    def _tell_lack(self) -> None:
        """Raises SandboxError if a process ended because this machine lacks something: no answer is to blame. None has a say
        here, for what an answer prints comes to its sandbox."""
        assert self._said is not None
        self._said.seek(0)
        said = last_line(self._said.read().decode("utf-8", "replace"))
        if lack(said):
            self._abandon()
            raise SandboxError(said)


def _notes() -> IO[bytes]:
    """For what the processes say; where nothing can be written, it is not kept."""
    try:
        return tempfile.TemporaryFile()
    except OSError as error:
        reraise_lack(error)
        return open(os.devnull, "w+b")


def _pool(number: int) -> ProcessPoolExecutor:
    try:
        return ProcessPoolExecutor(number, multiprocessing.get_context("spawn"), _begin)
    except OSError as error:
        reraise_lack(error)
        raise OSError(
            error.errno, error.strerror, "/dev/shm"
        ) from None  # its semaphores live there, and nothing else of it


def _kill_children() -> None:
    for process in multiprocessing.active_children():
        process.kill()


@contextmanager
def _stderr_to(file: IO[bytes]) -> Iterator[None]:
    """What is started meanwhile says there what it has to complain of, and not on the screen."""
    before = os.dup(2)
    try:
        os.dup2(file.fileno(), 2)
        yield
    finally:
        os.dup2(before, 2)
        os.close(before)


def _begin() -> None:
    """In a new process: an interrupt is the parent's affair, and without the parent there is nothing to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def follow() -> None:
        assert parent is not None
        parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


class Cluster:
    """The workers of a Dask cluster. What a worker's death means is Dask's affair: it gives the batch to another, and up after
    some (`distributed.scheduler.allowed-failures`)."""

    packed = True

    def __init__(self, client: Any) -> None:
        self._client = client

    def map(
        self, work: _Work[_Item, _Out], brief: Brief, batches: Iterable[Sequence[_Item]], apart: bool = False
    ) -> Iterator[tuple[_Item, _Out | None]]:
        from concurrent.futures import CancelledError

        from distributed import KilledWorker, as_completed

        rest, again = iter(batches), deque[Sequence[_Item]]()
        briefed = self._client.scatter(brief, broadcast=True, hash=False)
        flying: dict[Any, Sequence[_Item]] = {}
        done = as_completed(loop=self._client.loop)
        while True:
            room = 1 if apart else _AHEAD * max(1, sum(self._client.nthreads().values()))
            while len(flying) < room and (batch := again.popleft() if again else next(rest, None)):
                future = self._client.submit(work, briefed, batch, pure=False)
                flying[future] = batch
                done.add(future)
            if not flying:
                break
            future = next(done)
            batch = flying.pop(future)
            error = future.exception()
            if error is None:
                yield from zip(batch, future.result(), strict=True)
            elif isinstance(error, CancelledError):
                raise WorkersError(
                    text("the cluster went away. What is graded is kept; the same command goes on from there.")
                )
            elif not isinstance(error, KilledWorker):
                raise error
            elif len(batch) == 1:
                yield batch[0], None
            else:
                again.extend([item] for item in batch)


@contextmanager
def open_cluster(address: str) -> Iterator[Cluster]:
    """The cluster whose scheduler listens at `address` (`tcp://host:8786`). Raises WorkersError."""
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise WorkersError(text("--cluster needs Dask: pip install 'gradkata[cluster]'.")) from None
    try:
        client = Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise WorkersError(
            text(
                "no cluster answers at {address} ({error}); start one with `dask scheduler`.",
                address=address,
                error=error,
            )
        ) from None
    with client:
        _check(client)
        yield Cluster(client)


def _check(client: Any) -> None:
    """That there are workers, and that they grade as we do. Raises WorkersError."""
    from grader.record.fingerprint import environment

    found = client.run(environment)
    if not found:
        raise WorkersError(text("the cluster has no workers; start some with `dask worker ADDRESS --nthreads 1`."))
    for address, theirs in sorted(found.items()):
        if theirs.key != environment().key:
            raise WorkersError(
                text(
                    "the worker {address} has {theirs}, this machine {ours}; install the same on both.",
                    address=address,
                    theirs=theirs.text,
                    ours=environment().text,
                )
            )
