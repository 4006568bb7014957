"""Which mistake it is: what a failed exercise's observations have in common with known wrong implementations.

In this order: (1) known mistakes, over all checks and levels together; (2) the structure of the error: the
three-way gradient answer, a constant factor, a transpose; (3) the first call whose result differs. Beside
these, notices: an argument changed in place without being asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from grader.compare import compare, leaves, values_agree
from grader.model import Check, Diagnosis, Mistake, Text
from grader.oracle import Observation, Oracle, difference

MOST = 2
PERHAPS = 0.7

Observations = Mapping[str, list[Observation]]  # by check id: one for each level that ran


def known_mistakes(oracle: Oracle, seen: Observations) -> list[Diagnosis]:
    """At most two known mistakes that reproduce what was observed, the one that explains most first.

    A mistake explains a failed check if it gives the same observations at every level; it is contradicted
    if it would fail a check that the student passed.
    """
    failed = [check for check in oracle.checks if check.id in seen and not _agrees(oracle, check, seen[check.id])]
    if not failed:
        return []
    passed = [check for check in oracle.checks if check.id in seen and check not in failed]
    explains: list[tuple[Mistake, set[str]]] = []
    for mistake in oracle.mistakes:
        explained = {check.id for check in failed if _explained(oracle, mistake, check, seen[check.id])}
        if explained and not any(_fails(oracle, mistake, check, len(seen[check.id])) for check in passed):
            explains.append((mistake, explained))
    diagnoses: list[Diagnosis] = []
    left = {check.id for check in failed if check.points} or {check.id for check in failed}  # stretch is extra
    everything = set(left)
    while left and explains and len(diagnoses) < MOST:
        mistake, explained = max(explains, key=lambda pair: len(pair[1] & left))
        if not explained & left:
            break
        confidence = 1.0 if explained >= everything else 0.9
        if all(one.error for id_ in explained for one in seen[id_]):
            confidence = PERHAPS  # the same exception in the same place can have another cause
        diagnoses.append(Diagnosis(mistake.slug, "mistake", confidence, mistake.text, mistake.hint))
        left -= explained
    return diagnoses


def _agrees(oracle: Oracle, check: Check, observations: list[Observation]) -> bool:
    return all(
        difference(one, oracle.expected(check, level), check.rtol) is None for level, one in enumerate(observations)
    )


def _fails(oracle: Oracle, mistake: Mistake, check: Check, levels: int) -> bool:
    return any(
        difference(oracle.of_mistake(mistake, check, level), oracle.expected(check, level), check.rtol) is not None
        for level in range(levels)
    )


def _explained(oracle: Oracle, mistake: Mistake, check: Check, observations: list[Observation]) -> bool:
    return all(
        difference(one, oracle.of_mistake(mistake, check, level), check.rtol) is None
        for level, one in enumerate(observations)
    )


def structure(got: Any, expected: Any, rtol: float) -> Diagnosis | None:
    """What kind of wrong the first differing array or number is, if it is of a simple kind."""
    for path, one, other in leaves(got, expected):
        if compare(one, other, rtol) is None:
            continue
        one, other = np.asarray(one), np.asarray(other)
        name = Text(f"{path} is" if path else "the result is", f"{path} は" if path else "結果は")
        if one.ndim == 2 and one.T.shape == other.shape and compare(one.T, other, rtol) is None:
            return Diagnosis(
                "transposed", "structure", 0.95,
                Text(f"{name.en} the expected one, transposed.", f"{name.ja}期待する値の転置になっています。"),
                Text("Look at the order of the product and at each .T in it.", "積の順番と .T の位置を見直しましょう。"),
            )  # fmt: skip
        if one.shape != other.shape or one.dtype.kind not in "fiu" or not np.any(other):
            return None
        if not np.any(one):
            return Diagnosis(
                "always-zero", "structure", 0.9,
                Text(f"{name.en} 0 everywhere.", f"{name.ja}すべて 0 です。"),
                Text("Print what it is computed from, step by step.", "計算のもとになる値を順に print してみましょう。"),
            )  # fmt: skip
        factor = float(np.sum(one * other) / np.sum(other * other))
        if np.isfinite(factor) and factor and np.all(values_agree(one, factor * other, max(rtol, 1e-6))):
            return Diagnosis(
                "constant-factor", "structure", 0.9,
                Text(f"{name.en} {factor:.4g} times the expected one, everywhere.",
                     f"{name.ja}どこでも期待する値の {factor:.4g} 倍です。"),
                Text("A factor is missing or superfluous: the batch size, a 2, a sign?",
                     "係数が抜けているか余分です。バッチサイズ、2、符号を確認しましょう。"),
            )  # fmt: skip
        return None
    return None


def first_parting(seen: Observation, expected: Observation, rtol: float) -> Diagnosis | None:
    """The first call of the scenario whose result differs from the reference's; None if it is the only call."""
    if len(expected.trace.calls) < 2:
        return None
    for index, (one, other) in enumerate(zip(seen.trace.calls, expected.trace.calls, strict=False)):
        if one.label != other.label:
            return None
        if type(other.result).__name__ == "Opaque" or compare(one.result, other.result, rtol) is None:
            continue
        nth = f" (call {index + 1})" if index else ""
        nth_ja = f"({index + 1} 回目の呼び出し)" if index else ""
        return Diagnosis(
            "first-difference", "trace", 0.7,
            Text(f"the first result that differs is that of {one.label}{nth}.",
                 f"最初に違ったのは {one.label} の結果です{nth_ja}。"),
            Text("Everything before it is right; look there first.", "そこまでは合っています。まずここを見直しましょう。"),
        )  # fmt: skip
    return None


def notices(seen: Observations, oracle: Oracle) -> list[Diagnosis]:
    """Calls that changed an argument in place where the reference does not."""
    labels: dict[str, None] = {}
    for check in oracle.checks:
        for level, observation in enumerate(seen.get(check.id, ())):
            allowed = oracle.expected(check, level).trace.changed
            labels.update(dict.fromkeys(label for label in observation.trace.changed if label not in allowed))
    return [
        Diagnosis(
            "input-changed", "notice", 1.0,
            Text(f"{label} changed its input in place. No points are lost, but the caller's array is no longer what it was.",
                 f"{label} が入力の配列を書き換えました。減点はありませんが、呼び出し側の配列も変わってしまいます。"),
            Text("Work on a copy, or make a new array.", "コピーしてから変更するか、新しい配列を作りましょう。"),
        )
        for label in labels
    ]  # fmt: skip


def diagnose(oracle: Oracle, seen: Observations, three_way: list[Diagnosis]) -> list[Diagnosis]:
    """At most two diagnoses, the surest first, and then notices. Empty if everything passed without one.

    `three_way`: the gradient answers of the failed gradient checks.
    """
    found = [] if _nothing_written(seen) else known_mistakes(oracle, seen)
    for check in oracle.checks:
        if found:
            break
        for level, observation in enumerate(seen.get(check.id, ())):
            expected = oracle.expected(check, level)
            if observation.error or observation.fault or difference(observation, expected, check.rtol) is None:
                continue
            shape = None if observation.broken else structure(observation.value, expected.value, check.rtol)
            parting = first_parting(observation, expected, check.rtol)
            found = [diagnosis for diagnosis in (*three_way[:1], shape, parting) if diagnosis]
            break
    return found[:MOST] + notices(seen, oracle)


def _nothing_written(seen: Observations) -> bool:
    return all(
        observation.error is not None and observation.error.kind == "not_implemented"
        for observations in seen.values()
        for observation in observations
    )
