"""Plain facts about what a call returned: nothing, something that is no array, or an array of another shape.

They are so, and need no *perhaps*. Each is said of the function or method that returned it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import numpy as np

from grader.checks.compare import places
from grader.checks.observe import Observation
from grader.checks.oracle import Oracle
from grader.checks.places import named
from grader.diagnose.known import SeenByCheck, empty_calls
from grader.model import NOTHING, Check, Diagnosis, Text
from grader.sandbox.inside.wire import Opaque
from grader.words import text


def empty_by_check(oracle: Oracle, in_view: SeenByCheck) -> dict[str, list[str]]:
    """For failed checks with points, the functions and methods that returned nothing there and should not have. Those
    that did so in a check that passed are left out, unless it is just this that is wrong: nothing depends on what they return."""
    empty = {
        check.id: [*_empty(oracle, check, in_view[check.id].observations)]
        for check in oracle.checks
        if check.id in in_view
    }
    harmless = {label for id_, labels in empty.items() if not in_view[id_].failed for label in labels}
    harmless -= {
        label
        for check in oracle.checks
        if check.id in in_view and in_view[check.id].failed
        for label in _missed(oracle, check, in_view[check.id].observations)
    }
    worth = {check.id for check in oracle.checks if check.points}
    kept = {id_: [label for label in labels if label not in harmless] for id_, labels in empty.items() if id_ in worth}
    return {id_: labels for id_, labels in kept.items() if labels}


def _empty(oracle: Oracle, check: Check, observations: Sequence[Observation]) -> Iterator[str]:
    """Labels of the functions and methods whose calls returned nothing in a check where the reference's did not."""
    for level, one in enumerate(observations):
        called = {step.label for step in one.trace.steps}  # reading an attribute is no call
        for _, label in empty_calls(one, oracle.expected(check, level)):
            if label in called and ("." in label or label in oracle.exercise.symbols):  # not a check's own function
                yield label


def _missed(oracle: Oracle, check: Check, observations: Sequence[Observation]) -> Iterator[str]:
    """Labels of the calls whose result the check looks at, and that gave nothing there."""
    for level, one in enumerate(observations):
        expected = oracle.expected(check, level)
        for _, got, wanted in places(one.value, expected.value):
            if got is None and wanted is not None:
                yield from (call.label for call in expected.trace.calls if call.result is wanted)


def return_nothing(empty: Mapping[str, Sequence[str]]) -> list[Diagnosis]:
    """Each function that returned nothing, once."""
    hint = text("Does every path of it end in a return?")
    return [
        Diagnosis("returns-nothing", "structure", 1.0, text("{label} returns nothing (None).", label=label), hint)
        for label in dict.fromkeys(chain.from_iterable(empty.values()))
    ]


_OTHER_KINDS: dict[str, tuple[Text, Text]] = {
    "generator": (
        text("a generator, which makes its values only when a loop asks for them"),
        text("Make an array of it: np.array(list(…))."),
    ),
    "map": (text("a map object, which computes nothing before a loop asks"), text("Make an array of it: np.array(list(…)).")),
    "filter": (text("a filter object, which computes nothing before a loop asks"), text("Make an array of it: np.array(list(…)).")),
    "zip": (text("a zip object, which pairs nothing before a loop asks"), text("Make an array of it: np.array(list(…)).")),
    "set": (text("a set, which has no order and holds equal values once"), text("Return an array, a list or a tuple.")),
    "function": (text("a function that was not called"), text("Is a pair of brackets () missing after its name?")),
    "method": (text("a method that was not called"), text("Is a pair of brackets () missing after its name?")),
    "builtin_function_or_method": (
        text("a function that was not called"),
        text("Is a pair of brackets () missing after its name?"),
    ),
    "ndarray": (
        text("an array of Python objects (dtype object), not of numbers"),
        text("Its rows may differ in length, or lists or None stand in it: make it of numbers of one type."),
    ),
    "type": (text("a class, not an object of it"), text("Is a pair of brackets () missing after its name?")),
    "str": (text("a text"), text("Return the value itself, without quotation marks, str() or an f-string.")),
    "list": (text("a list"), text("np.array(…) makes an array of it.")),
    "tuple": (text("a tuple"), text("Is there a comma too many, which makes a tuple of one value?")),
    "ellipsis": (text("..., as it stood in place of the code"), text("Write what is to be returned.")),
}  # fmt: skip


def other_kinds(oracle: Oracle, seen: SeenByCheck) -> list[Diagnosis]:
    """Functions whose result is neither an array nor a number nor made of these, where the reference's is."""
    found: dict[str, tuple[str, Text]] = {}
    for check in oracle.checks:
        if check.id in seen and seen[check.id].failed and check.points:
            for level, one in enumerate(seen[check.id].observations):
                for label, type_name, part in _no_values(one, oracle.expected(check, level)):
                    found.setdefault(label, (type_name, part))
    return [_of_other_kind(label, type_name, part) for label, (type_name, part) in found.items()]


def _no_values(seen: Observation, expected: Observation) -> Iterator[tuple[str, str, Text]]:
    """Label, type, and which part of the result it is; nothing if it is the result."""
    for one, other in zip(seen.trace.calls, expected.trace.calls, strict=False):
        if one.label != other.label:
            return
        if isinstance(one.result, Opaque) and not isinstance(other.result, Opaque):
            yield one.label, str(one.result.type_name), NOTHING
        for place, got, wanted in places(one.result, other.result):
            if isinstance(wanted, np.ndarray | float | int) and isinstance(got, str | list | tuple):
                yield one.label, type(got).__name__, named(place, {})


def _of_other_kind(label: str, type_name: str, part: Text) -> Diagnosis:
    what, hint = _OTHER_KINDS.get(
        type_name.rpartition(".")[2],
        (
            text("an object of the class {type_name}", type_name=type_name),
            text("Return a numpy array or a number."),
        ),
    )
    said = (
        text("{label} gives {what} as {part}; an array or a number is expected.", label=label, what=what, part=part)
        if part
        else text("{label} gives {what}; an array or a number is expected.", label=label, what=what)
    )
    return Diagnosis("another-kind-of-result", "structure", 1.0, said, hint)


def other_shape(oracle: Oracle, seen: SeenByCheck) -> Diagnosis | None:
    """The first array that a failed check looked at, and that has another shape than the reference's."""
    for check in oracle.checks:
        if check.id not in seen or not seen[check.id].failed or not check.points:
            continue
        for level, one in enumerate(seen[check.id].observations):
            expected = oracle.expected(check, level)
            for _, got, wanted in places(one.value, expected.value):
                label = next((call.label for call in expected.trace.calls if call.result is wanted), "")
                if (
                    label
                    and isinstance(got, np.ndarray)
                    and isinstance(wanted, np.ndarray)
                    and got.shape != wanted.shape
                ):
                    said = text(
                        "{label} has shape {got}; {expected} is expected.",
                        label=label,
                        got=got.shape,
                        expected=wanted.shape,
                    )
                    hint = text("Which axis is too many, missing, or in another place?")
                    return Diagnosis("other-shape", "structure", 1.0, said, hint)
    return None
