"""Runs a check once, on whatever implementation, and keeps what was observed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from grader.checks import gradient
from grader.checks.draw import Draw
from grader.checks.gradient import GradientRun
from grader.checks.itself import Disagreement
from grader.checks.lab import Lab, Trace
from grader.errors import AnswerError, AuthorError, CourseError, ExpectationError, Fault, SandboxError
from grader.model import Check, Text


class Observation(NamedTuple):
    """What one check at one level saw. Exactly one of `value`, `broken`, `error`, `fault` is meant:

    Attributes:
        value: what the check returned; for a gradient check, the gradients.
        broken: the text of the expectation that did not hold.
        error: the exception that the answer raised.
        fault: what happened to the worker.
        gradient: the whole run of a gradient check.
        sizes: what was drawn, by name (`N`, `D`).
    """

    trace: Trace
    value: Any = None
    broken: Text | None = None
    error: AnswerError | None = None
    fault: Fault | None = None
    gradient: GradientRun | None = None
    sizes: Mapping[str, int] = MappingProxyType({})


def observe(check: Check, lab: Lab, draw: Draw, like: Any = None, alone: bool = False) -> Observation:
    """Run `check` once on `lab`; of a gradient check, if `alone`, only what gives the gradients. Raises AuthorError for what is neither the answer's nor the worker's doing."""
    trace = lab._conversation.trace
    try:
        if check.gradient:
            seen = gradient.run(check, lab, draw, like, alone)
            lab._conversation.flush()
            named = {f"d{key}": value for key, value in seen.gradients.items()}
            return Observation(trace=trace, value=named, gradient=seen, sizes=draw.named | _batch_size(seen))
        value = check.scenario(lab, draw)
        lab._conversation.flush()
        return Observation(trace=trace, value=value, sizes=draw.named)
    except Disagreement as broken:
        trace.is_trivial = broken.trivial
        return Observation(trace=trace, broken=broken.told(check.labels))
    except ExpectationError as broken:
        return Observation(trace=trace, broken=broken.text)
    except AnswerError as error:
        return Observation(trace=trace, error=error)
    except Fault as fault:
        return Observation(trace=trace, fault=fault)
    except (AuthorError, CourseError, SandboxError):
        raise
    except Exception as error:
        # The scenario itself stumbled. Over a strange value from the answer (None, a string, a wrong shape)
        # that is the answer's error; on the reference, `Oracle` makes it the author's.
        return Observation(trace=trace, error=AnswerError("unusable", type(error).__name__, str(error), None))


def _batch_size(run: GradientRun) -> dict[str, int]:
    """N as it is in x, whatever the check made of the N that it drew."""
    x = run.at.get("x")
    return {"N": len(x)} if isinstance(x, np.ndarray) and x.ndim > 1 else {}
