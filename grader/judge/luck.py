"""Right by luck: what an answer passed is run again where chance could have a hand in it.

Chance gets in through generators of random numbers, the clock, addresses, memory that nobody has written to. In a second
run all of these are others, and the check's inputs are the same. So a right answer passes again, whatever it draws.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from grader.checks.difference import difference
from grader.checks.lab import Trace
from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.errors import AnswerError, Fault
from grader.judge.run import SECONDS_AFTER_A_TIMEOUT, Prepared, Ran, run_check
from grader.model import Answer, Check
from grader.sandbox.host import Sandbox
from grader.sandbox.inside.answer import whole
from grader.status import MEANING

# --- which answers ------------------------------------------------------------------------------------------------

# Decided by the words of the source, wherever they stand: a parser in the grader could be crashed, and what a worker says of
# an answer is the answer's. Too many words cost a second run, one too few lets luck go unseen. Whoever hides a word has won
# a single run, in which she must be right all the same.

_MODULE = "(?:__future__|abc|cmath|collections|copy|dataclasses|functools|itertools|math|numbers|numpy|operator|typing)"
_IMPORTED = rf"{_MODULE}(?:[ \t]+as[ \t]+\w+)?"
_HARMLESS_IMPORT = re.compile(
    rf"\s*(?:from[ \t]+{_MODULE}[ \t]+import\b.*|import[ \t]+{_IMPORTED}(?:[ \t]*,[ \t]*{_IMPORTED})*[ \t]*(?:#.*)?)"
)
_HARMLESS_DUNDERS = frozenset({
    "__abs__", "__add__", "__all__", "__annotations__", "__author__", "__bool__", "__call__", "__contains__", "__doc__",
    "__enter__", "__eq__", "__exit__", "__file__", "__float__", "__future__", "__ge__", "__getitem__", "__gt__", "__iadd__",
    "__imul__", "__init__", "__int__", "__isub__", "__iter__", "__itruediv__", "__le__", "__len__", "__lt__", "__main__",
    "__matmul__", "__mul__", "__name__", "__ne__", "__neg__", "__next__", "__post_init__", "__pow__", "__radd__", "__repr__",
    "__rmul__", "__rsub__", "__rtruediv__", "__setitem__", "__slots__", "__str__", "__sub__", "__truediv__", "__version__",
})  # fmt: skip
_WORDS_OF_CHANCE = frozenset({
    # generators and the clock, besides what is imported for them
    "random", "secrets", "urandom", "getrandom", "uuid", "datetime64", "time_ns", "perf_counter", "monotonic",
    # addresses, and what shows them
    "id", "hash", "repr", "ascii", "format", "format_map", "ctypes", "ctypeslib",
    # memory as it was found
    "empty", "empty_like", "ndarray", "nditer", "nested_iters", "recarray", "chararray", "as_strided", "stride_tricks",
    # files, of which there are some that give other bytes each time
    "open", "fromfile", "load", "loadtxt", "genfromtxt", "fromregex", "memmap",
    # what leads to any of these under a name that is put together, or by a way round
    "exec", "eval", "compile", "getattr", "globals", "locals", "vars", "dir", "attrgetter", "methodcaller", "get_type_hints",
    "ForwardRef", "sys", "os", "modules", "builtins", "thread", "threading", "importlib", "inspect", "f_globals",
    "f_builtins", "gi_frame", "tb_frame",
    # numpy's inside, where modules lie about
    "core", "lib", "testing", "f2py", "ma", "rec", "char", "_mat", "_linalg",
})  # fmt: skip
_PLAIN_USE = re.compile(  # a name that stands there, a keyword, a type that is asked for or promised and not made
    r"""\bgetattr(?=\(\s*[\w.]+\s*,\s*(?:'\w+'|"\w+")\s*[,)])|\brepr(?=\s*=)"""
    r"""|(?:\bisinstance\(\s*\w+\s*,\s*|[:>]\s*)(?:np|numpy)\.ndarray\b(?!\s*\()"""
)
# np.add(a, b, where=mask) leaves the rest of its result as it was found
_OUT_OF_WHERE = re.compile(r"(?<![.\w])where\s*=")


def may_draw(answer: Answer) -> bool:
    """Whether anything in the source could make two runs of it differ. Never too few, as far as words can tell."""
    source = _PLAIN_USE.sub(" ", unicodedata.normalize("NFKC", answer.text))  # as Python reads names
    return (
        any(_is_of_chance(word) for word in set(re.findall(r"\w+", source)))
        or any(re.search(r"\bimport\b", part) and not _HARMLESS_IMPORT.fullmatch(part) for part in _parts(source))
        or _OUT_OF_WHERE.search(source) is not None
    )


def _is_of_chance(word: str) -> bool:
    bare = word.strip("_")
    if bare and (word.startswith("__") or word.endswith("__")):
        return word not in _HARMLESS_DUNDERS
    return word in _WORDS_OF_CHANCE or bare in _WORDS_OF_CHANCE


def _parts(source: str) -> Iterator[str]:
    """Lines, and what a semicolon parts: an import begins one of them, or stands behind something that is none."""
    for line in source.splitlines():
        yield from line.split(";")


# --- the second run -----------------------------------------------------------------------------------------------

# Workers are forked from one process, so in each of them the same object has the same address, and fresh memory is 0.
# Before a second run ours comes in, which takes memory, fills it and lets half of it go.
_USED_MEMORY = """import random
import numpy as np
kept = [(object(), [i], bytes(random.randrange(400)), np.full(random.randrange(1, 100), 0.1 + i)) for i in range(150)]
kept += [np.full(random.randrange(1000, 9000), 0.1 + i) for i in range(6)]
kept = random.sample(kept, random.randrange(40, 110))
kept.append(kept)
"""


@cache
def _used_memory() -> bytes:
    return whole(_USED_MEMORY, "used memory").packed()


def run_again(ran: Sequence[Ran], oracle: Oracle, sandbox: Sandbox, prepared: Prepared) -> Iterator[Ran]:
    """Each check as it stands after a second run of what earned points: that run, `lucky`, where it failed. Of a check that
    had failed, those parts that are right again.

    What carries no points decides nothing, and is not run again. Raises CourseError, SandboxError.
    """
    prepared = prepared._replace(before=_used_memory())
    seconds = oracle.exercise.seconds
    for first in ran:
        if not first.earned:
            yield first
            continue
        second = _second(first.check, oracle.again, sandbox, prepared, seconds)
        if second.timed_out:
            seconds = min(seconds, SECONDS_AFTER_A_TIMEOUT)
        spent = first.seconds + second.seconds
        if first.wrong:
            kept = tuple(part for part in first.right if part in second.right)
            yield first._replace(seconds=spent, right=kept)
            continue
        yield second._replace(seconds=spent, lucky=True) if second.wrong else first._replace(seconds=spent)


def _second(check: Check, oracle: Oracle, sandbox: Sandbox, prepared: Prepared, seconds: float) -> Ran:
    """A pass must not be lost to a busy machine: an end that it may have brought about counts only if it comes again. An answer
    that hangs by chance seldom does so twice; then it was right two times."""
    ran = _run(check, oracle, sandbox, prepared, seconds)
    return ran if _is_steady(ran) else _run(check, oracle, sandbox, prepared, seconds)


def _run(check: Check, oracle: Oracle, sandbox: Sandbox, prepared: Prepared, seconds: float) -> Ran:
    """One check, which fails where the answer does not load: it did before."""
    try:
        return run_check(check, oracle, sandbox, prepared, seconds)
    except AnswerError as error:
        seen = Observation(trace=Trace(), error=error)
    except Fault as fault:
        seen = Observation(trace=Trace(), fault=fault)
    wrong = difference(seen, oracle.expected(check, 0), check.rtol)
    return Ran(check=check, observations=(seen,), seconds=0.0, wrong=wrong)


def _is_steady(ran: Ran) -> bool:
    """Whether the machine has no part in how it ended."""
    failure = ran.failure
    if failure is None:
        return True
    if failure.fault:
        return MEANING[failure.fault.status].steady
    return failure.error is None or failure.error.kind != "memory"
