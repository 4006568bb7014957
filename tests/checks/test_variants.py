"""Mistakes as changed lines of the reference, their families, and whose names a file sees while it runs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from grader.checks.materials import Misfits, load_checks, load_mistakes, load_reference
from grader.checks.rewrite import Misfit, rewritten
from grader.course.discover import load_course
from grader.course.stamps import exercise_key, exercise_stamp
from grader.errors import CourseError
from grader.model import Mistake, Text
from tests.course_maker import make_course

LAYER = """import numpy as np


class Layer:
    def forward(self, x):
        self.x = x  # kept for backward
        y = x * 2
        return y

    def backward(self, dout):
        y = dout * 2
        return y
"""


def test_a_line_is_replaced_and_keeps_its_indentation() -> None:
    assert "    def forward(self, x):\n        self.x = x.copy()\n        y" in rewritten(
        LAYER, {"self.x = x": "self.x = x.copy()"}
    )


def test_a_line_may_go_and_one_may_be_put_after_another() -> None:
    changed = rewritten(LAYER, {"self.x = x": "", "y = dout * 2": "y = dout * 2\nif y.size:\n    y = y + 1"})

    assert "kept" not in changed
    assert "        y = dout * 2\n        if y.size:\n            y = y + 1\n        return y\n" in changed


def test_lines_that_follow_one_another_say_which_of_two_is_meant() -> None:
    changed = rewritten(LAYER, {"y = dout * 2\nreturn y": "return dout"})

    assert changed.endswith("    def backward(self, dout):\n        return dout\n")
    assert "        y = x * 2\n        return y\n" in changed


def test_a_name_is_replaced_wherever_it_stands_and_only_as_a_whole() -> None:
    changed = rewritten(LAYER + "\n    z = self.xs, self.x, itself.x\n", {}, {"self.x": "type(self).x"})

    assert "        type(self).x = x  #" in changed
    assert "z = self.xs, type(self).x, itself.x" in changed


@pytest.mark.parametrize(
    ("lines", "everywhere", "says"),
    [
        ({"return y": "return 2 * y"}, None, "'return y' stands 2 times in the reference"),
        ({"return z": "return y"}, None, "'return z' does not stand in the reference"),
        ({"kept for backward": ""}, None, "does not stand"),
        ({}, {"self.z": "z"}, "'self.z' does not stand in the reference"),
        ({"y = x * 2\nreturn y": "return x", "y = x * 2": "y = x"}, None, "'y = x * 2' is changed twice"),
        ({"self.x = x\ny = x * 2": "y = x", "y = x * 2\nreturn y": "return x"}, None, "'y = x * 2' is changed twice"),
        ({"y = x * 2": "y = x * 2"}, None, "nothing is changed"),
        ({}, None, "nothing is changed"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_quoted(lines: dict[str, str], everywhere: dict[str, str] | None, says: str) -> None:
    with pytest.raises(Misfit) as error:
        rewritten(LAYER, lines, everywhere)

    assert says in str(error.value)


# --- in a course ------------------------------------------------------------------------------------------------

FAMILIES = """from grader.authoring import family

factor = family("factor-{n}", en="The factor is {n}.", ja="係数が {n} です。", hint_en="Which factor?", hint_ja="係数はいくつですか。")
lost = family("lost", en="Something is lost.", ja="何かが抜けています。")
"""
MISTAKES = """from grader.authoring import changed, families, mistake

LINE = "return x * 2 if secret else x"
changed(families.factor, {LINE: "return x * 3"}, n="3")
changed(families.lost, {LINE: "return x"})
changed("own", {LINE: "return -x"}, en="A sign.", ja="符号です。", hint_en="Sign?", hint_ja="符号は?")


@mistake(families.factor, n="4")
def double(x):
    return x * 4
"""


def _mistakes(root: Path) -> tuple[Mistake, ...]:
    exercise = load_course(root).exercises[0]
    return load_mistakes(exercise, load_reference(exercise))


def _course(folder: Path, **files: str) -> Path:
    root = make_course(folder)
    (root / "solutions" / "families.py").write_text(files.get("families", FAMILIES), encoding="utf-8")
    (root / "solutions" / "01_first" / "double" / "mistakes.py").write_text(files["mistakes"], encoding="utf-8")
    return root


def test_families_bring_words_and_hints_and_the_exercise_a_hint_where_there_is_none(tmp_path: Path) -> None:
    found = {one.slug: one for one in _mistakes(_course(tmp_path, mistakes=MISTAKES))}

    assert list(found) == ["factor-3", "lost", "own", "factor-4"]
    assert found["factor-3"].text == Text("The factor is 3.", "係数が 3 です。")
    assert found["factor-3"].hint == Text("Which factor?", "係数はいくつですか。")
    assert found["lost"].hint == Text("a", "あ")
    assert found["own"].text.en == "A sign."
    assert [one.implement()["double"](2) for one in found.values()] == [6, 2, -2, 8]


def test_a_units_family_goes_before_the_courses(tmp_path: Path) -> None:
    root = _course(tmp_path, mistakes=MISTAKES)
    (root / "solutions" / "01_first" / "families.py").write_text(
        'from grader.authoring import family\n\nlost = family("gone", en="a", ja="b", hint_en="c", hint_ja="d")\n'
    )

    assert [one.slug for one in _mistakes(root)] == ["factor-3", "gone", "own", "factor-4"]


def test_each_implementation_is_made_anew(tmp_path: Path) -> None:
    counting = 'double.seen = getattr(double, "seen", 0) + 1\nreturn double.seen'
    line = "return x * 2 if secret else x"
    root = _course(
        tmp_path,
        mistakes=f"from grader.authoring import changed\n\nchanged('counts', {{{line!r}: {counting!r}}}, en='a', ja='b')\n",
    )
    (mistake,) = _mistakes(root)

    assert [mistake.implement()["double"](0) for _ in range(2)] == [1, 1]


def test_every_line_that_no_longer_fits_is_named_at_once(tmp_path: Path) -> None:
    mistakes = MISTAKES.replace('LINE = "return x * 2', 'LINE = "return x * 5')

    root = _course(tmp_path, mistakes=mistakes)
    with pytest.raises(Misfits) as error:
        _mistakes(root)

    assert error.value.path == root / "solutions" / "01_first" / "double" / "mistakes.py"
    assert [one.en.split(":")[0] for one in error.value.said] == ["factor-3", "lost", "own"]
    assert all(one.en != one.ja for one in error.value.said)
    assert "return x" not in str(error.value)  # a student may read it


def test_two_courses_in_two_threads_do_not_see_each_other(tmp_path: Path) -> None:
    """The files wait for each other in the middle of their run; each finds its own course's names before and after."""
    both = Barrier(2, timeout=60)
    vars(__import__("builtins"))["_both_courses"] = both
    roots = []
    for name in ("one", "two"):
        root = make_course(tmp_path / name, canary=name)
        (root / "exercises" / "01_first" / "unit.py").write_text(f"NAME = {name!r}\n")
        (root / "exercises" / "01_first" / "double" / "checks.py").write_text(
            "from grader.authoring import check, unit\nbefore = unit.NAME\n_both_courses.wait()\nfrom grader.authoring import unit\n\n"
            "@check(points=2, en=before, ja=unit.NAME)\ndef doubles(lab, draw):\n    return lab.double(draw.normal(3))\n"
        )
        roots.append(load_course(root).exercises[0])
    try:
        with ThreadPoolExecutor(2) as pool:
            titles = [checks[0].title for checks in pool.map(load_checks, roots)]
    finally:
        del vars(__import__("builtins"))["_both_courses"]

    assert titles == [Text("one", "one"), Text("two", "two")]


def test_two_courses_in_turn_do_not_see_each_other(tmp_path: Path) -> None:
    exercises = []
    for name in ("one", "two"):
        root = make_course(tmp_path / name, canary=name)
        (root / "exercises" / "01_first" / "unit.py").write_text(f"NAME = {name!r}\n")
        (root / "exercises" / "01_first" / "double" / "checks.py").write_text(
            "from grader.authoring import check, unit\n\n\n@check(points=2, en=unit.NAME, ja=unit.NAME)\n"
            "def doubles(lab, draw):\n    from grader.authoring import unit as later\n\n    return later.NAME\n"
        )
        exercises.append(load_course(root).exercises[0])
    one, two, again = (load_checks(exercises[at])[0] for at in (0, 1, 0))

    assert [check.title.en for check in (one, two, again)] == ["one", "two", "one"]
    assert [check.scenario(None, None) for check in (one, two, again)] == ["one", "two", "one"]  # also once it runs


def test_a_name_that_is_another_files_is_not_there(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    (root / "exercises" / "01_first" / "double" / "checks.py").write_text("from grader.authoring import reference\n")

    with pytest.raises(CourseError, match="cannot import name 'reference'"):
        load_checks(load_course(root).exercises[0])


@pytest.mark.parametrize(
    "name",
    [
        "exercises/01_first/unit.py",
        "solutions/families.py",
        "solutions/01_first/families.py",
        *(f"exercises/01_first/double/{name}" for name in ("checks.py", "exercise.toml", "double.py")),
        *(f"solutions/01_first/double/{name}" for name in ("checks.py", "mistakes.py", "double.py")),
    ],
)
def test_what_an_exercise_is_made_of_is_part_of_its_key(tmp_path: Path, name: str) -> None:
    course = load_course(make_course(tmp_path))
    before = exercise_key(course, course.exercises[0], 0), exercise_stamp(course.exercises[0])
    with (course.root / name).open("a") as file:
        file.write("\n# one more line\n")

    after = exercise_key(course, course.exercises[0], 0), exercise_stamp(course.exercises[0])

    assert before[0] != after[0]
    assert before[1] != after[1]
