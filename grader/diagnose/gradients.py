"""What gradient checks say of forward and backward, in the names of the exercise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.checks.compare import compare
from grader.checks.gradient import ThreeWay
from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.checks.places import label_of
from grader.diagnose.known import SeenByCheck
from grader.model import Check, Diagnosis, Text, same
from grader.words import joined, listed, text

_WORST_FIRST: tuple[ThreeWay, ...] = ("forward-wrong", "forward-wrong-backward-consistent", "backward-wrong")


def about_gradients(
    oracle: Oracle, seen: SeenByCheck, in_view: SeenByCheck, three_way: Sequence[ThreeWay]
) -> list[Diagnosis]:
    """The worst that the gradient checks in view have found, unless what any check saw of forward speaks against it."""
    if not three_way:
        return []
    found = min(three_way, key=_WORST_FIRST.index)
    forward, backward = _forward(oracle, in_view), _backward(oracle, in_view)
    if found == "backward-wrong":
        if _is_forward_wrong(seen, oracle, forward):
            return []
        return [_backward_wrong(forward, backward, _wrong_gradients(oracle, in_view))]
    names = {"forward": _plain(forward), "backward": _plain(backward)}
    if found == "forward-wrong-backward-consistent":
        said = text("{forward} is wrong, and {backward} is its derivative.", **names)
        hint = text("Mend {forward} first; {backward} may then need the same change.", **names)
    else:
        said = text("{forward} is wrong; of {backward} nothing can be said before it is right.", **names)
        hint = text("Mend {forward} first: {backward} is judged by what is right there.", **names)
    return [Diagnosis(found, "structure", 0.9, said, hint)]


def _backward_wrong(forward: Sequence[str], backward: Sequence[str], wrong: Sequence[Text]) -> Diagnosis:
    """Of these gradients it can be said; of the others another input may tell. Where the answer has no forward of its own,
    nothing is said of one."""
    names = {"backward": _plain(backward), "names": joined(wrong, ", ", "、")}
    said = (
        text("{forward} is right; {backward} is wrong in {names}.", forward=_plain(forward), **names)
        if forward
        else text("{backward} is wrong in {names}.", **names)
    )
    hint = text("Check that gradient against the formula, shape by shape.")
    return Diagnosis("backward-wrong", "structure", 0.9, said, hint)


def _plain(labels: Sequence[str]) -> Text:
    """The methods or functions without their class: an exercise has one layer."""
    return listed([label.rpartition(".")[2] for label in labels])


def _observations(oracle: Oracle, seen: SeenByCheck) -> Iterator[tuple[Check, Observation, Observation]]:
    for check in oracle.checks:
        for level, one in enumerate(seen[check.id].observations if check.id in seen else ()):
            yield check, one, oracle.expected(check, level)


def _forward(oracle: Oracle, in_view: SeenByCheck) -> list[str]:
    """What the gradient checks take for forward; nothing where the check has it from elsewhere."""
    found = [
        call.label
        for _, _, expected in _observations(oracle, in_view)
        if expected.gradient
        for call in expected.trace.calls
        if call.result is expected.gradient.value
    ]
    return list(dict.fromkeys(found))


def _backward(oracle: Oracle, in_view: SeenByCheck) -> list[str]:
    """What the gradient checks call last."""
    found = [
        expected.trace.steps[-1].label
        for _, _, expected in _observations(oracle, in_view)
        if expected.gradient and expected.trace.steps
    ]
    return list(dict.fromkeys(found))


def _wrong_gradients(oracle: Oracle, in_view: SeenByCheck) -> list[Text]:
    """Of all gradient checks with points, at all levels."""
    found = [
        label_of(name, check.labels) or same(name)
        for check, one, reference in _observations(oracle, in_view)
        if check.points and one.gradient
        for name, expected in reference.value.items()
        if name not in one.value or compare(one.value[name], expected, check.rtol) is not None
    ]
    return list(dict.fromkeys(found))


def _is_forward_wrong(seen: SeenByCheck, oracle: Oracle, forward: Sequence[str]) -> bool:
    """Whether any check shows that what gradient checks take for forward gave something wrong."""
    return any(
        call.label in forward and call.label == one.label and compare(one.result, call.result, check.rtol) is not None
        for check, found, expected in _observations(oracle, seen)
        for one, call in zip(found.trace.calls[:1], expected.trace.calls[:1], strict=False)
    )
