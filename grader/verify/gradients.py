"""Gradient checks: true, not vacuous, and sharp enough to see one entry that is off by a thousandth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.checks import gradient
from grader.checks.compare import compare
from grader.checks.oracle import Oracle
from grader.model import Check, Text
from grader.verify.certificate import Finding, checks_file
from grader.words import text

OFF = 1e-3


def gradients(oracle: Oracle) -> Iterator[Finding]:
    """What is wrong with the gradient checks of an exercise. Raises CourseError if a gradient is not the derivative."""
    for check in oracle.checks:
        if not check.gradient:
            continue
        for level in range(check.levels):
            oracle.audit(check, level)
        yield from _blunt(oracle, check)
        yield from _vacuous(oracle, check)


def _blunt(oracle: Oracle, check: Check) -> Iterator[Finding]:
    """An entry wrong by a thousandth must be seen: by the comparison, and by the finite differences behind it."""
    level = check.levels - 1
    run = oracle.expected(check, level).gradient
    assert run is not None
    lab = oracle.lab_of_reference()
    for key, value in run.gradients.items():
        off = _off(value)
        if off is None:
            continue
        if compare(off, value, check.rtol) is None:
            yield _finding(oracle, check, text("d{key} may be off by 0.1 % in one entry; tighten rtol.", key=key))
        with np.errstate(all="ignore"):
            verdict = gradient.is_derivative(run, lab, key, off, oracle.draw(check, level))
        if verdict is None:
            yield _finding(
                oracle, check, text("finite differences cannot judge d{key}: does the input lie at a kink?", key=key)
            )
        elif verdict:
            yield _finding(
                oracle, check, text("finite differences do not see d{key} off by 0.1 % in one entry.", key=key)
            )


def _off(value: Any) -> Any:
    """A copy with the entry of middle size off by a thousandth; None if all entries are 0."""
    changed = np.array(value, dtype=float)
    sizes = np.abs(changed).ravel()
    entries = np.flatnonzero(sizes > 1e-3 * sizes.max(initial=0.0))
    if not entries.size:
        return None
    chosen = entries[np.argsort(sizes[entries])[entries.size // 2]]
    changed.ravel()[chosen] *= 1 + OFF
    return changed


def _vacuous(oracle: Oracle, check: Check) -> Iterator[Finding]:
    runs = [one.gradient for one in oracle.expect(check) if one.gradient is not None]
    arrays = [{key: np.asarray(x) for key, x in run.at.items() if np.ndim(x) >= 2} for run in runs]
    matrices = [{key: x for key, x in level.items() if x.ndim == 2} for level in arrays]
    if any(arrays) and all(x.shape[0] == 1 for level in arrays for x in level.values()):
        yield _finding(oracle, check, text("every batch has one row only."))
    if any(matrices) and all(x.shape[0] == x.shape[1] for level in matrices for x in level.values()):
        yield _finding(oracle, check, text("every matrix is square: a lost transpose goes unnoticed."))
    weights = [[x.shape for key, x in level.items() if key[0] in "WU"] for level in matrices]
    if weights and len(weights[0]) > 1 and all(len(set(shapes)) == 1 for shapes in weights):
        yield _finding(oracle, check, text("the hidden size is always the input size."))
    if not gradient.uses_upstream(check, oracle.lab_of_reference(), oracle.draw(check, check.levels - 1)):
        yield _finding(oracle, check, text("it never hands on dout, so any upstream gradient would do."))


def _finding(oracle: Oracle, check: Check, said: Text) -> Finding:
    return Finding(checks_file(oracle.exercise, check), text("{check}: {said}", check=check.id, said=said))
