"""Inputs for checks, seeded and growing: the first level can be followed by hand, the last is realistic.

Level 0 draws small whole numbers (never 0) in tiny arrays; level 1 small arrays of normal numbers; level 2
larger ones. So the first failure that a student sees is a small one.

Below level 0 there are still smaller ones, which decide nothing: on them a failure is shown, if it shows there.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

SEED_BYTES = 16  # what nobody can try out, and as much as numpy's seeding takes in

SIZES = ((2, 3), (3, 6), (4, 12))  # smallest and largest size by level
LEVELS = len(SIZES)
SMALLER = (-1, -2, -3)  # every size 1; all different, from 1 on; every size 2


def seed_of(secret: str, exercise_id: str, check_id: str, level: int, seed: int) -> int:
    """The seed of a check's inputs at a level: the same for a whole class, unknown without the secret."""
    return _derived(secret.encode(), exercise_id, check_id, str(level), str(seed))


def workers_seed(seed: int, run: int = 0) -> int:
    """What an implementation's own generators are seeded with in its first run or a later one, of 64 bits. It lies in the
    worker, and does not lead back to `seed`, nor on to the next run's."""
    words = ("worker", str(run)) if run else ("worker",)
    return _derived(seed.to_bytes(SEED_BYTES, "little"), *words) % 2**64


def _derived(key: bytes, *words: str) -> int:
    """A number that does not tell its key (HMAC, RFC 2104)."""
    return int.from_bytes(hmac.digest(key, "\0".join(words).encode(), hashlib.sha256)[:SEED_BYTES], "little")


class Draw:
    """A source of inputs. Everything drawn depends on the seed and the order of the calls only.

    Attributes:
        level: from 0, see above.
        by_hand: whether this is the level of small whole numbers.
        named: the sizes drawn so far, by their names, for whoever explains what went wrong.
    """

    def __init__(self, seed: int, level: int) -> None:
        self.level = max(level, 0)
        self.by_hand = self.level == 0
        self._smaller = level if level in SMALLER else 0
        self.named: dict[str, int] = {}
        self._seed = seed
        self._apart = 0
        self._rng = np.random.Generator(np.random.PCG64(seed))

    def rng(self) -> np.random.Generator:
        """A generator of its own, for what must stay unseen (the labels that a trained answer is asked for): nothing that
        an answer gets to see leads to what it draws, and each call gives another."""
        self._apart += 1
        apart = _derived(self._seed.to_bytes(SEED_BYTES, "little"), "apart", str(self._apart))
        return np.random.Generator(np.random.PCG64(apart))

    def size(self, at_least: int = 1) -> int:
        """A size that suits the level."""
        low, high = SIZES[self.level]
        if self._smaller:
            low = high = 1 if self._smaller == SMALLER[0] else 2
        drawn = int(self._rng.integers(max(low, at_least), max(high, at_least) + 1))
        self.named.setdefault("size", drawn)
        return drawn

    def sizes(self, names: str) -> tuple[int, ...]:
        """One size for each name in `names`, all different, so that no transpose goes unnoticed."""
        count = len(names.split())
        low, high = (1, count) if self._smaller else SIZES[self.level]
        pool = np.arange(low, max(high, low + count - 1) + 1)
        if self._smaller in (SMALLER[0], SMALLER[2]):
            pool = np.full(count, 1 if self._smaller == SMALLER[0] else 2)
        drawn = tuple(int(n) for n in self._rng.permutation(pool)[:count])
        self.named.update(zip(names.split(), drawn, strict=True))
        return drawn

    def normal(self, *shape: int, scale: float = 1.0) -> Array:
        """float64 array: whole numbers of -3 to 3 without 0 at level 0, else normal with deviation `scale`."""
        if self.by_hand:
            return np.asarray(self._rng.integers(1, 4, size=shape) * self._rng.choice([-1.0, 1.0], size=shape))
        return np.asarray(self._rng.normal(scale=scale, size=shape))

    def positive(self, *shape: int) -> Array:
        """float64 array: 1, 2 or 3 at level 0, else from 0.1 to 2."""
        if self.by_hand:
            return np.asarray(self._rng.integers(1, 4, size=shape), dtype=float)
        return np.asarray(self._rng.uniform(0.1, 2.0, size=shape))

    def uniform(self, low: float, high: float, *shape: int) -> Array:
        """float64 array, uniform from `low` to `high`, at every level."""
        drawn = np.asarray(self._rng.uniform(low, high, size=shape))
        return np.clip(np.round(drawn, 2), low, high) if self._smaller else drawn  # for a person to read

    def integers(self, low: int, high: int, *shape: int) -> Array:
        """int64 array of `low` to `high`, both included."""
        return np.asarray(self._rng.integers(low, high + 1, size=shape), dtype=np.int64)

    def labels(self, n: int, classes: int) -> Array:
        """`n` class numbers below `classes`, int64, not all the same when `n` > 1."""
        labels = self.integers(0, classes - 1, n)
        if n > 1 and np.all(labels == labels[0]):
            labels[-1] = (labels[0] + 1) % classes
        return labels

    def one_hot(self, n: int, classes: int) -> Array:
        """(n, classes) float64, one 1 in each row."""
        return np.eye(classes)[self.labels(n, classes)]

    def probabilities(self, *shape: int) -> Array:
        """float64, positive, each row of the last axis sums to 1; simple fractions at level 0."""
        parts = self.positive(*shape)
        return np.asarray(parts / parts.sum(axis=-1, keepdims=True))

    def choice(self, options: list[Any]) -> Any:
        """One of `options`."""
        return options[int(self._rng.integers(len(options)))]

    def signs(self, *shape: int) -> Array:
        """float64 array of -1 and 1."""
        return np.asarray(self._rng.choice([-1.0, 1.0], size=shape))
