"""Runs checks on implementations and keeps what was observed; above all on the reference and the mistakes.

An observation depends on implementation, check, level and seed only, so those of references and mistakes
are worked out once and reused for every submission.
"""

from __future__ import annotations

import copy
import random
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

import numpy as np

from grader.checks import gradient
from grader.checks.compare import Difference, has_nan
from grader.checks.difference import difference
from grader.checks.draw import Draw, seed_of, workers_seed
from grader.checks.lab import Lab
from grader.checks.materials import classes_of, load_checks, load_mistakes, load_reference, parameters_of
from grader.checks.observe import Observation, observe
from grader.errors import AuthorError, CourseError
from grader.model import Check, Course, Exercise, Mistake
from grader.sandbox.inside.interpreter import Interpreter

Driver = Callable[[dict[str, Any], dict[str, Any], str], Interpreter]  # a kind of interpreter


class Oracle:
    """Expected observations of one exercise, for one course secret and seed.

    Raises CourseError when the course is at fault: a check that fails on the reference, a gradient that is
    not the derivative.
    """

    def __init__(self, course: Course, exercise: Exercise, seed: int) -> None:
        self.course = course
        self.exercise = exercise
        self.checks = load_checks(exercise)
        self.reference = load_reference(exercise)
        self.classes = classes_of(self.reference, exercise)
        self.parameters = parameters_of(self.reference, exercise)
        self._seed = seed
        self._run = 0
        self._mistakes: tuple[Mistake, ...] | None = None
        self._kept: dict[tuple[str, str, int], Observation] = {}
        self._audited: set[tuple[str, int]] = set()

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Known mistakes; loaded when first asked for, which is on a failure."""
        if self._mistakes is None:
            self._mistakes = load_mistakes(self.exercise, self.reference)
        return self._mistakes

    def expect(self, check: Check) -> list[Observation]:
        """What the check sees on the reference, level by level. Raises CourseError."""
        return [self.expected(check, level) for level in range(check.levels)]

    def _seed_of(self, check: Check, level: int) -> int:
        return seed_of(self.course.secret, self.exercise.id, check.id, level, self._seed)

    def workers_seed(self, check: Check, level: int) -> int:
        """For the generators of whoever is observed. All that a worker may know."""
        return workers_seed(self._seed_of(check, level), self._run)

    @cached_property
    def again(self) -> Oracle:
        """For a second run: the same checks and inputs, and other seeds for the generators of whoever is observed. The
        reference draws by them as well, so what is expected is worked out anew."""
        other = copy.copy(self)
        other._run = self._run + 1
        other._kept, other._audited = {}, set()
        return other

    def draw(self, check: Check, level: int) -> Draw:
        return Draw(self._seed_of(check, level), level)

    def expected(self, check: Check, level: int) -> Observation:
        """The reference's observation."""
        return self._keep("", check, level, lambda: self._observe_reference(check, level))

    def differences(self, check: Check, seen: Iterable[Observation]) -> Iterator[Difference | None]:
        """How each level's observation differs from the reference's, looked at one by one."""
        return (difference(one, self.expected(check, level), check.rtol) for level, one in enumerate(seen))

    def of_mistake(self, mistake: Mistake, check: Check, level: int) -> Observation:
        return self._keep(mistake.slug, check, level, lambda: self.of_symbols(mistake.implement(), check, level))

    def of_symbols(
        self, symbols: dict[str, Any], check: Check, level: int, interpreter: Driver = Interpreter
    ) -> Observation:
        """The observation of any implementation in this process. For trusted code only."""
        expected = self.expected(check, level)
        like = expected.gradient.value if expected.gradient else None
        return self._locally(symbols, check, level, like, interpreter)

    def in_short(self, check: Check, level: int) -> Observation:
        """The reference's observation at a level or below all levels, of a gradient check without what goes before the gradients.
        Raises CourseError where the check is not made for arrays so small."""
        return self._keep("in short", check, level, lambda: self._observe_reference(check, level, in_short=True))

    def _keep(self, who: str, check: Check, level: int, work: Callable[[], Observation]) -> Observation:
        key = (who, check.id, level)
        if key not in self._kept:
            self._kept[key] = work()
        return self._kept[key]

    def _observe_reference(self, check: Check, level: int, in_short: bool = False) -> Observation:
        try:
            seen = self._in_short(check, level) if in_short else self._locally(self.reference, check, level, None)
        except AuthorError as error:
            raise CourseError(f"{self.exercise.id}, check {check.id}: {error}") from error
        if seen.error or (seen.broken and not seen.trace.is_trivial):
            why = seen.broken.en if seen.broken else f"{seen.error.type_name}: {seen.error.text}"  # type: ignore[union-attr]
            raise CourseError(f"{self.exercise.id}, check {check.id}: the reference fails at level {level}: {why}")
        if has_nan(seen.value):
            raise CourseError(f"{self.exercise.id}, check {check.id}: the reference gives NaN at level {level}")
        return seen

    def _in_short(self, check: Check, level: int) -> Observation:
        like = None
        if check.gradient:
            try:
                with np.errstate(all="ignore"):
                    like = gradient.like(check, self.lab_of_reference(), self.draw(check, level))
            except Exception as error:  # the scenario's own, which counts on larger arrays
                raise AuthorError(f"{type(error).__name__}: {error}") from error
        return self._locally(self.reference, check, level, like, alone=True)

    def audit(self, check: Check, level: int) -> None:
        """Compare the reference's gradients with finite differences. Asked before a gradient check may cost
        somebody a point, and by `grade verify`. Raises CourseError."""
        run = self.expected(check, level).gradient
        if run is None or (check.id, level) in self._audited:
            return
        try:
            with np.errstate(all="ignore"):
                gradient.audit(run, self.lab_of_reference(), self.draw(check, level))
            self._audited.add((check.id, level))
        except AuthorError as error:
            raise CourseError(f"{self.exercise.id}, check {check.id}: {error}") from error

    def lab_of_reference(self) -> Lab:
        """The reference, for driving it apart from any check."""
        return self._lab(self.reference)

    def _lab(self, symbols: dict[str, Any], interpreter: Driver = Interpreter) -> Lab:
        return Lab(interpreter(symbols, self.exercise.aliases, "").carry_out, self.classes, self.parameters)

    def _locally(
        self,
        symbols: dict[str, Any],
        check: Check,
        level: int,
        like: Any,
        interpreter: Driver = Interpreter,
        alone: bool = False,
    ) -> Observation:
        seed = self.workers_seed(check, level)
        random.seed(seed)
        np.random.seed(seed % 2**32)
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return observe(check, self._lab(symbols, interpreter), self.draw(check, level), like, alone)
