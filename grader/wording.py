"""What became of a check, in words: for people, in both languages, and no more than may be told of a hidden one."""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Sequence

from grader.example import calls
from grader.lab import AnswerError
from grader.model import NOTHING, Answer, Check, CheckResult, Disclosure, Fault, Status, Text
from grader.run import Ran


def unscored(check: Check, status: Status, message: Text, line: int | None) -> CheckResult:
    """A check that was not run, for the reason that all the exercise's checks share."""
    return CheckResult(check.id, check.title, check.hidden, status, 0.0, check.points, message, 0.0, line=line)


def check_result(ran: Ran, answer: Answer, disclosure: Disclosure) -> CheckResult:
    """Verdict, points and words for a check that ran; of a hidden one no more than `disclosure` allows."""
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
        what = Text(stop.text, stop.text) if told else Text("what the exercise asks for", "問題で求めているもの")
        return (
            "missing",
            Text(f"{what.en} is not defined in {answer.name}.", f"{answer.name} に {what.ja} の定義がありません。"),
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
    said = f"{name}: {first_line}" if told and (first_line := stop.text.split("\n")[0]) else name
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


def warning_notes(ran: Sequence[Ran], answer: Answer) -> tuple[Text, ...]:
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
