"""The list of how people hand in right answers: names, layouts, archives, encodings, companions. Every habit was seen somewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomli

HABITS = Path(__file__).with_name("habits")
KINDS = {"name", "layout", "archive", "encoding", "companion", "source", "notebook", "platform"}


def habits() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomli.loads((HABITS / "habits.toml").read_text(encoding="utf-8"))["habit"]
    return found


def test_each_habit_is_of_a_kind_and_was_seen_at_a_place_that_was_looked_at() -> None:
    looked_at = (HABITS / "looked_at.txt").read_text(encoding="utf-8")

    for habit in habits():
        assert set(habit) == {"id", "kind", "about", "example", "seen", "right"}, habit
        assert habit["kind"] in KINDS and all(habit[key].strip() for key in ("about", "example", "right")), habit
        assert habit["seen"], habit
        for place in habit["seen"]:
            repository = place if place.startswith("http") else place.partition(":")[0]
            assert repository in looked_at, place
    assert len({habit["id"] for habit in habits()}) == len(habits()) >= 120


def test_at_least_two_hundred_places_were_looked_at() -> None:
    """Of more than their name and the one path that was asked for."""
    lines = (HABITS / "looked_at.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]

    assert len({place for place, how, *_ in rows if how != "path"}) >= 200
