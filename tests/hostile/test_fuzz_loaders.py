"""A bounded part of `tests/hostile/fuzz_loaders.py`, and that it would see a fault."""

from __future__ import annotations

import pytest

from tests.hostile import fuzz_loaders
from tests.hostile.fuzz_loaders import TARGETS, message, run, seeds


@pytest.mark.parametrize("target", TARGETS)
def test_what_programs_write_is_read(target: str) -> None:
    assert [message(target, data) for data in seeds()[target]] == ["read"] * len(seeds()[target])


@pytest.mark.parametrize("target", TARGETS)
def test_whatever_comes_is_read_or_refused_in_one_line(target: str) -> None:
    ended = run(150, seed=20, only=target)

    assert sum(ended.values()) == 150
    assert ended[f"{target}: read"] > 0  # not everything is thrown out at the door


def test_a_fault_is_seen_with_the_message_that_makes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(data: bytes) -> None:
        raise KeyError

    monkeypatch.setitem(fuzz_loaders.TARGETS, "source", faulty)

    with pytest.raises(KeyError) as caught:
        run(1, seed=0, only="source")

    assert caught.value.__notes__[0].startswith("source, b")
