"""Whole numbers where a statement does not ask for them: to refuse them aloud is no mistake, to lose their fractions is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.errors import AnswerError

_REFUSAL = "Cannot cast ufunc"  # what numpy says where floats are to be put into an array of integers in place


def of_whole_numbers(function: Callable[..., Any], x: np.ndarray, *args: Any) -> Any:
    """What a function of the answer makes of an array of integers; and where it works in place on a copy, in which numpy puts
    no fractions, of the same numbers as floats. Raises AnswerError for whatever else goes wrong."""
    try:
        return function(x, *args)
    except AnswerError as error:
        if not error.text.startswith(_REFUSAL):
            raise
    return function(x.astype(np.float64), *args)
