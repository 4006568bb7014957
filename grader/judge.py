"""One answer against one exercise: runs every check in a fresh worker and words what came of it."""

from __future__ import annotations

import builtins
import re
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from grader import gradient
from grader.compare import Difference
from grader.diagnose import Seen, diagnose
from grader.example import calls
from grader.lab import AnswerError, Lab
from grader.load import is_untouched
from grader.model import (
    NOTHING,
    Answer,
    Check,
    CheckResult,
    CourseError,
    Diagnosis,
    Disclosure,
    Exercise,
    ExerciseResult,
    Fault,
    Status,
    Text,
)
from grader.notebook import note_text
from grader.oracle import Observation, Oracle, difference, observe
from grader.sandbox.host import Sandbox, SandboxError
from grader.score import exercise_result

# A check that loops costs its full limit once; the same answer's later checks get less, which is still
# many times what a right answer needs.
SECONDS_AFTER_A_TIMEOUT = 1.0
LOST = "the mistake could not be looked into"


class Ran(NamedTuple):
    """What became of one check: an observation for each level that ran, and the first that is wrong."""

    check: Check
    observations: list[Observation]
    seconds: float
    output: str = ""
    wrong: Difference | None = None
    level: int = 0
    three_way: Diagnosis | None = None

    @property
    def failure(self) -> Observation | None:
        return self.observations[self.level] if self.wrong else None


def judge(
    exercise: Exercise, answer: Answer | None, oracle: Oracle, sandbox: Sandbox, disclosure: Disclosure
) -> ExerciseResult:
    """Grade one answer. Raises CourseError or SandboxError for what is not the student's doing."""
    begun = time.monotonic()

    def all_checks(
        status: Status, message: Text, line: int | None = None, notes: tuple[Text, ...] = ()
    ) -> ExerciseResult:
        checks = tuple(_unscored(check, status, message, line) for check in oracle.checks)
        return exercise_result(exercise, answer, checks, (), time.monotonic() - begun, message, notes)

    if answer is None:
        return all_checks(
            "missing", Text(f"no answer: {exercise.id}.py was not found.", f"{exercise.id}.py が見つかりません。")
        )
    if answer.problem:
        return all_checks("invalid", answer.problem, None, answer.notes)
    if is_untouched(answer, exercise):
        return all_checks("not_started", Text("not started yet.", "まだ手を付けていません。"), None, answer.notes)
    for check in oracle.checks:
        oracle.expect(check)  # on the grader's time, and in a cold start while the sandbox is still coming up
    prepared = prepare(exercise, answer, sandbox)
    if isinstance(prepared, AnswerError | Fault):
        status, message, line = explain_stop(prepared, answer)
        return all_checks(status, message, line, answer.notes)
    code, notes = prepared
    ran: list[Ran] = []
    seconds = exercise.seconds
    for check in oracle.checks:
        one = run_check(check, oracle, sandbox, answer, code, seconds)
        if isinstance(one, AnswerError | Fault):  # at import: every further check would end alike
            status, message, line = explain_stop(one, answer)
            return all_checks(status, message, line, notes)
        ran.append(one)
        if one.failure and one.failure.fault and one.failure.fault.status == "timeout":
            seconds = min(seconds, SECONDS_AFTER_A_TIMEOUT)
    results = tuple(_result(one, answer, disclosure) for one in ran)
    # An answer can put what it saw into a result or an exception: of a hidden check of a course only the words of
    # known mistakes may be said, which are the course's own, and with `none` not even those.
    told = [one for one in ran if disclosure == "full" or not one.check.hidden]
    basis = told if disclosure == "none" else ran
    diagnoses: list[Diagnosis] = []
    wrong = next((one for one in told if one.wrong and one.check.points), None)
    try:
        diagnoses = diagnose(oracle, _seen(basis), _seen(told), [one.three_way for one in told if one.three_way])
        if wrong and not any(one.kind == "mistake" for one in diagnoses):
            diagnoses = [*_unsteady(wrong, oracle, sandbox, answer, code), *diagnoses]
    except (CourseError, SandboxError):
        raise
    except Exception as bug:  # an explanation that fails must not take the verdict with it, nor go unseen
        said = f"{type(bug).__name__}: {bug}"
        notes += (Text(f"{LOST}: a bug in gradkata ({said}). The verdict stands.",
                       f"間違いの診断に失敗しました。gradkata の不具合です({said})。判定に影響はありません。"),)  # fmt: skip
    notes += _warning_notes(told, answer)
    return exercise_result(exercise, answer, results, tuple(diagnoses), time.monotonic() - begun, NOTHING, notes)


def _seen(ran: list[Ran]) -> dict[str, Seen]:
    return {one.check.id: Seen(one.observations, bool(one.wrong)) for one in ran}


def prepare(
    exercise: Exercise, answer: Answer, sandbox: Sandbox
) -> tuple[bytes, tuple[Text, ...]] | AnswerError | Fault:
    """The answer compiled in a worker, and notes on it; or why that cannot be. Raises SandboxError."""
    cells = [(cell.start, cell.text) for cell in answer.cells]
    try:
        with sandbox.worker(exercise.seconds) as worker:
            reply = worker.prepare(cells, exercise.symbols, exercise.aliases, answer.select, answer.name)
    except Fault as fault:
        return fault
    if reply[0] == "prepared" and len(reply) == 3 and type(reply[1]) is bytes and type(reply[2]) is list:
        return reply[1], answer.notes + tuple(note_text(note, answer) for note in reply[2])
    return _answer_error(reply)


def _answer_error(reply: Any) -> AnswerError | Fault:
    if reply[0] == "error" and len(reply) == 5 and all(type(part) is str for part in reply[1:4]):
        line = reply[4] if type(reply[4]) is int else None
        return AnswerError(reply[1], reply[2], reply[3], line)
    return Fault("protocol", "not a reply")


def run_check(
    check: Check,
    oracle: Oracle,
    sandbox: Sandbox,
    answer: Answer,
    code: bytes,
    seconds: float,
    explain: bool = True,
) -> Ran | AnswerError | Fault:
    """One check of a compiled answer in a fresh worker; an error or fault if it does not even load.

    With `explain` off a wrong gradient is not looked into any further. Raises CourseError, SandboxError.
    """
    expected = oracle.expect(check)
    begun = time.monotonic()
    ran = Ran(check, [], 0.0)
    with sandbox.worker(seconds) as worker:
        for level in range(check.levels):
            try:
                reply = worker.load(code, oracle.exercise.aliases, answer.name, oracle.seed(check, level))
            except Fault as fault:
                return fault
            if reply[0] != "loaded":
                return _answer_error(reply)
            lab = Lab(worker.carry_out, oracle.classes)
            like = expected[level].gradient.value if expected[level].gradient else None  # type: ignore[union-attr]
            seen = observe(check, lab, oracle.draw(check, level), like)
            ran.observations.append(seen)
            if ran.wrong is None:
                wrong = difference(seen, expected[level], check.rtol)
                if wrong:
                    ran = ran._replace(wrong=wrong, level=level)
                if wrong and explain:
                    oracle.audit(check, level)
                    ran = ran._replace(three_way=_three_way(ran, lab, expected[level], oracle))
            if seen.fault:
                break
    return ran._replace(seconds=time.monotonic() - begun, output="" if check.hidden else worker.output)


def _unsteady(wrong: Ran, oracle: Oracle, sandbox: Sandbox, answer: Answer, code: bytes) -> list[Diagnosis]:
    """Whether the same check gives something else when it is run again."""
    again = run_check(wrong.check, oracle, sandbox, answer, code, SECONDS_AFTER_A_TIMEOUT, explain=False)
    if not isinstance(again, Ran) or any(one.fault for one in (*again.observations, *wrong.observations)):
        return []
    pairs = zip(wrong.observations, again.observations, strict=False)
    if all(difference(one, other, wrong.check.rtol) is None for one, other in pairs):
        return []
    return [
        Diagnosis(
            "not-reproducible", "structure", 1.0,
            Text("the same call gives another result each time: something random, or left over, is used.",
                 "同じ呼び出しなのに、実行のたびに結果が変わります。乱数か、前の値が使われています。"),
            Text("Where does a random number, np.empty or a global variable come in?", "乱数、np.empty、グローバル変数がどこで使われていますか。"),
        )
    ]  # fmt: skip


def _three_way(ran: Ran, lab: Lab, expected: Observation, oracle: Oracle) -> Diagnosis | None:
    seen = ran.observations[ran.level]
    if seen.gradient is None or expected.gradient is None:
        return None
    draw = oracle.draw(ran.check, ran.level)
    try:
        return gradient.explain(seen.gradient, lab, expected.gradient, ran.check.rtol, draw)
    except (AnswerError, Fault):
        return None  # the answer failed in the course of explaining; its verdict stands


def _unscored(check: Check, status: Status, message: Text, line: int | None) -> CheckResult:
    return CheckResult(check.id, check.title, check.hidden, status, 0.0, check.points, message, 0.0, line=line)


def _result(ran: Ran, answer: Answer, disclosure: Disclosure) -> CheckResult:
    check = ran.check
    passed = ran.wrong is None
    result = CheckResult(
        check.id, check.title, check.hidden, "passed", check.points if passed else 0.0, check.points,
        NOTHING, ran.seconds, output=ran.output,
    )  # fmt: skip
    if passed:
        return result
    seen = ran.observations[ran.level]
    detail = NOTHING
    line = None
    if seen.fault:
        status, message, line = explain_stop(seen.fault, answer)
    elif seen.error:
        status, message, line = explain_stop(seen.error, answer, told=not check.hidden or disclosure == "full")
    elif seen.broken:
        status, message = "failed", seen.broken
    else:
        status, message, detail = "failed", ran.wrong.text, ran.wrong.detail  # type: ignore[union-attr]
    called = calls(seen.trace.steps)
    if called:
        detail = Text(f"called\n{called}\n{detail.en}", f"呼び出し\n{called}\n{detail.ja}")
    if check.hidden and disclosure != "full":
        detail = NOTHING
        if status == "failed":
            message = _CATEGORY.get(ran.wrong.kind, _CATEGORY["values"])  # type: ignore[union-attr]
        if disclosure == "none":
            status, message, line = (
                "failed",
                Text("a hidden check did not pass.", "非公開のチェックに合格していません。"),
                None,
            )
    return result._replace(status=status, message=message, detail=detail, line=line)


# What a hidden check of a course may say: what kind of thing is wrong, never a value.
_CATEGORY = {
    "type": Text("the result is of the wrong type.", "結果の型が違います。"),
    "keys": Text("the result has the wrong keys.", "結果のキーが違います。"),
    "length": Text("the number of results is wrong.", "結果の個数が違います。"),
    "shape": Text("the result has the wrong shape.", "結果の形状が違います。"),
    "dtype": Text("the result has the wrong dtype.", "結果の dtype が違います。"),
    "finite": Text("the result is not finite.", "結果に有限でない値があります。"),
    "values": Text("the values are wrong.", "値が違います。"),
    "expectation": Text("a property that must hold does not.", "満たすべき性質を満たしていません。"),
}


def explain_stop(stop: AnswerError | Fault, answer: Answer, told: bool = True) -> tuple[Status, Text, int | None]:
    """Status, words and line for an answer that raised or whose worker is gone. With `told` off, nothing
    that the answer itself could have written gets into the words."""
    if isinstance(stop, Fault):
        return stop.status, _FAULTS[stop.status](stop.note), None
    line = stop.line if stop.line is not None and 0 < stop.line <= answer.text.count("\n") + 1 else None
    place = _place(answer, line)
    if stop.kind == "missing":
        return (
            "missing",
            Text(f"{stop.text} is not defined in {answer.name}.", f"{answer.name} に {stop.text} の定義がありません。"),
            None,
        )
    if stop.kind == "not_implemented":
        return "not_started", Text(f"not written yet{place.en}.", f"まだ書かれていません{place.ja}。"), line
    if stop.kind == "memory":
        return "memory", Text(f"it ran out of memory{place.en}.", f"メモリが足りなくなりました{place.ja}。"), line
    if stop.kind == "unusable":
        return (
            "failed",
            Text("the result cannot be used as an array or a number.", "結果を配列や数値として扱えません。"),
            None,
        )
    name = stop.type_name if told or hasattr(builtins, stop.type_name) else "an exception"
    said = f"{name}: {stop.text}" if told and stop.text else name
    if stop.kind == "syntax":
        return "error", Text(f"the file cannot be read as Python: {said}{place.en}.",
                             f"Python として読み込めません: {said}{place.ja}。"), line  # fmt: skip
    return "error", Text(f"it stopped with {said}{place.en}.", f"{said} で止まりました{place.ja}。"), line


def _place(answer: Answer, line: int | None) -> Text:
    if line is None:
        return NOTHING
    label, number = answer.place(line)
    source = answer.quote(line)
    return Text(f" ({label.en}, line {number}: {source})", f"({label.ja} の {number} 行目: {source})")


_FAULTS: dict[str, Callable[[str], Text]] = {
    "timeout": lambda _: Text(
        "it did not finish within the time limit. Is there a loop that never ends?",
        "制限時間内に終わりませんでした。終わらないループがないか確かめましょう。",
    ),
    "memory": lambda _: Text("it used too much memory and was stopped.", "メモリを使いすぎたため止められました。"),
    "crashed": lambda note: Text(
        f"Python itself crashed{f' ({note})' if note else ''}.", f"Python 自体が異常終了しました{f'({note})' if note else ''}。"
    ),
    "exited": lambda _: Text(
        "it ended the program (sys.exit, exit or os._exit). Remove that call.",
        "プログラムを終了させる呼び出し(sys.exit など)があります。取り除いてください。",
    ),
    "protocol": lambda _: Text("it disturbed the grader's connection.", "採点プログラムとの通信が乱されました。"),
    "output_limit": lambda _: Text(
        "it printed too much and was stopped. Remove the print from the loop.",
        "出力が多すぎるため止められました。ループの中の print を取り除きましょう。",
    ),
}  # fmt: skip

_NUMPY_WARNING = re.compile(r"(overflow|underflow|divide by zero|invalid value) encountered in [a-z_0-9 ]{1,40}")


def _warning_notes(ran: list[Ran], answer: Answer) -> tuple[Text, ...]:
    """numpy's warnings in the answer's lines. Only numpy's: an answer could put anything into one of its own."""
    heard: dict[tuple[str, int], None] = {}
    for one in ran:
        for observation in one.observations:
            heard.update(observation.trace.warnings)
    lines: dict[int, str] = {}
    for text, line in heard:
        if _NUMPY_WARNING.fullmatch(text):
            lines.setdefault(line, text)
    return tuple(
        Text(f"numpy warned: {text}{_place(answer, line).en}. No points are lost.",
             f"numpy の警告: {text}{_place(answer, line).ja}。減点はありません。")
        for line, text in sorted(lines.items())
    )  # fmt: skip
