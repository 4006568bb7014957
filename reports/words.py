"""Words that every report shares: what a status is called, and what to do next."""

from __future__ import annotations

from grader.model import CheckResult, ExerciseResult, RunResult, Text

STATUS: dict[str, Text] = {
    "passed": Text("passed", "合格"),
    "failed": Text("failed", "不合格"),
    "error": Text("error", "エラー"),
    "missing": Text("missing", "未提出"),
    "not_started": Text("not started", "未着手"),
    "timeout": Text("too slow", "時間切れ"),
    "memory": Text("out of memory", "メモリ不足"),
    "crashed": Text("crashed", "異常終了"),
    "exited": Text("exited", "途中で終了"),
    "protocol": Text("disturbed", "通信の乱れ"),
    "output_limit": Text("too much output", "出力過多"),
    "forbidden": Text("forbidden", "使用禁止"),
    "invalid": Text("unreadable", "読み込み不可"),
    "skipped": Text("skipped", "省略"),
    "grader_error": Text("grader error", "採点側の問題"),
}

UNTOUCHED = ("not_started", "missing")


def hidden_count(exercise: ExerciseResult) -> tuple[int, int]:
    """How many hidden checks passed, and how many there are."""
    hidden = [check for check in exercise.checks if check.hidden]
    return sum(check.status == "passed" for check in hidden), len(hidden)


def failures(exercise: ExerciseResult) -> list[CheckResult]:
    """Checks that did not pass, those that carry points first."""
    failed = [check for check in exercise.checks if check.status != "passed"]
    return [check for check in failed if check.max_score] + [check for check in failed if not check.max_score]


def next_step(result: RunResult) -> tuple[Text, str]:
    """What to do next, and the one command for it; the command is empty when everything passed."""
    broken = [one for one in result.exercises if one.status not in ("passed", "grader_error", *UNTOUCHED)]
    if broken:
        return Text("a hint:", "ヒントを見る:"), f"grade hint {broken[0].id}"
    untouched = [one for one in result.exercises if one.status in UNTOUCHED]
    if untouched:
        return Text("next:", "次の問題:"), f"grade show {untouched[0].id}"
    if any(one.status == "grader_error" for one in result.exercises):
        return Text("what is wrong:", "原因を調べる:"), "grade doctor"
    return Text("every exercise passed.", "すべての問題に合格しました。"), ""
