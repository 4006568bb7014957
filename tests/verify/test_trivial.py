"""Trivial answers earn nothing where an answer is held against itself, or has points by part."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.verify.trivial import trivial
from tests.course_maker import make_course
from tests.verify.made import KEPT, SHOWN, layer, oracle_of, said


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_course(tmp_path)


HEAD = "import numpy as np\n\n\n"
CHECK = '@check(points={points}, en="a", ja="あ")\ndef values(lab, draw):\n    layer, x = lab.Double(), draw.normal(3)\n    {body}\n'
BY_ITSELF = "alone = lab.Double(); y, own = layer.forward(x), alone.forward(x); "


# So that nothing is trivial by nature: in some check of the exercise it must be another thing.
OTHER = """@check(points=4, en="b", ja="い")
def others(lab, draw):
    layer = lab.Double()
    return layer.forward(draw.normal(3)).sum() + layer.backward(draw.normal(3)).sum() + layer.ds
"""


def found(root: Path, body: str, points: str = "4") -> list[str]:
    return said(trivial(layer(root, HEAD + CHECK.format(points=points, body=body), OTHER)))


@pytest.mark.parametrize(
    ("body", "points"),
    [
        (BY_ITSELF + "return lab.gap(y, own)", "4"),
        (BY_ITSELF + 'return lab.gap({"y": y}, {"y": own})', '{"y": 4}'),
        ('return {"y": layer.forward(x), "dx": layer.backward(x + 1), "ds": layer.ds}', '{"y": 2, "dx": 1, "ds": 1}'),
        ('return {"y": 0 * layer.forward(x)}', "4"),  # neither by itself nor by part: other rules look at it
    ],
)
def test_checks_that_give_nothing_for_nothing(root: Path, body: str, points: str) -> None:
    assert found(root, body, points) == []


@pytest.mark.parametrize(
    ("body", "points", "who"),
    [
        ('return {"y": layer.forward(0 * x)}', '{"y": 4}', {"zeros", "what it was handed"}),
        ('layer.forward(x); return {"y": layer.forward(x), "dx": layer.backward(0 * x)}', '{"y": 3, "dx": 1}', {"zeros", "what it was handed"}),
        ('return {"y": layer.forward(0 * x + 0.25)}', '{"y": 4}', {"the same number everywhere"}),
        ('layer.forward(np.array([1.0, -1.0])); layer.backward(np.ones(2)); return {"ds": layer.ds}', '{"ds": 4}', {"zeros"}),  # an attribute
        ('return {"y": np.shape(layer.forward(x)) == (3,)}', '{"y": 4}', {"zeros", "the same number everywhere", "what it was handed"}),
        ('return {"y": layer.forward(x) is not layer}', '{"y": 4}', {"zeros", "the same number everywhere", "what it was handed", "None"}),
        (BY_ITSELF + "lab.gap(y, own); return 1.0", "4", set()),
        ("lab._conversation.trace.by_itself = True; layer.forward(x); return lab.after(x) - x", "4", {"zeros", "the same number everywhere", "what it was handed", "None"}),
    ],
)  # fmt: skip
def test_what_one_gets_for_nothing_is_found(root: Path, body: str, points: str, who: set[str]) -> None:
    told = found(root, body, points)

    assert {one.partition("returns ")[2].partition(", whatever")[0] for one in told} == who
    assert all(one.startswith("exercises/checks.py: values gives") for one in told)


def test_what_is_right_by_nature_is_not_reported(root: Path) -> None:
    """To return the input is what the identity function does; and not what a function does for which an input was ill chosen."""
    identity = 'def double(x):\n    """Return x."""\n    # BEGIN SOLUTION\n    return {}\n    # END SOLUTION\n'
    checks = (
        'from grader.authoring import check\n\n\n@check(points={"x": 4}, en="a", ja="あ")\n'
        'def values(lab, draw):\n    return {"x": lab.double(draw.positive(3))}\n'
    )

    def told(result: str) -> list[str]:
        files = {f"{KEPT}/double.py": identity.format(result), f"{SHOWN}/checks.py": checks}
        hidden = 'from grader.authoring import check\n\n\n@check(points=2, en="a", ja="あ")\ndef more(lab, draw):\n    return lab.double(-draw.positive(3))\n'
        return said(trivial(oracle_of(root, files | {f"{KEPT}/checks.py": hidden})))

    assert told("1 * x") == []
    assert told("abs(x)") == [
        "exercises/checks.py: values gives 4 points to an answer that returns what it was handed, whatever it is asked."
    ]


def test_a_trivial_answer_changes_no_argument(root: Path) -> None:
    doubling = 'def double(x):\n    """Double x in place."""\n    # BEGIN SOLUTION\n    x *= 2\n    return x + 1\n    # END SOLUTION\n'
    checks = (
        'from grader.authoring import check\n\n\n@check(points={"x": 4}, en="a", ja="あ")\ndef values(lab, draw):\n'
        '    x = draw.normal(3)\n    lab.double(x)\n    return {"x": lab.after(x)}\n'
    )
    files = {f"{KEPT}/double.py": doubling, f"{SHOWN}/checks.py": checks, f"{KEPT}/checks.py": ""}

    assert said(trivial(oracle_of(root, files))) == []


def test_the_constants_of_a_function_are_nothing_that_was_handed_over(root: Path) -> None:
    applying = (
        'def double(f, x):\n    """Return f(x) + x."""\n    # BEGIN SOLUTION\n    return f(x) + x\n    # END SOLUTION\n'
    )
    checks = (
        "from grader.authoring import check, shipped\n\n\n@shipped\ndef f(x):\n    return a * x\n\n\n"
        '@check(points=4, en="a", ja="あ")\ndef values(lab, draw):\n    x, g = draw.normal(3), f.bind(a=draw.positive(3))\n'
        "    return lab.gap(lab.double(g, x), lab.double(g, x))\n"
    )
    files = {f"{KEPT}/double.py": applying, f"{SHOWN}/checks.py": checks, f"{KEPT}/checks.py": ""}

    assert said(trivial(oracle_of(root, files))) == []
