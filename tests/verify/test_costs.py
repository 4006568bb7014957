"""What each mistake costs, which of them pass in float32, and which cannot be told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.verify.apart import apart
from grader.verify.coarse import coarse
from grader.verify.costs import costs
from tests.course_maker import make_course
from tests.verify.made import layer, said


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_course(tmp_path)


BODY = (
    "def {name}(lab, draw):\n    layer = lab.Double()\n    y = layer.forward(draw.normal(3))\n"
    '    dx = layer.backward(draw.normal(3))\n    return {{"y": y, "dx": dx, "ds": layer.ds}}\n\n\n'
)


def a_check(name: str, points: str) -> str:
    return f'@check(points={points}, en="{name}", ja="あ {name}")\n' + BODY.format(name=name)


def mistake(slug: str, after: str, before: str = "return self.scale * dout", **more: str) -> str:
    words = "".join(f', {key}="{value}"' for key, value in more.items())
    return f'changed("{slug}", {{"{before}": "{after}"}}, en="{slug}", ja="誤り {slug}"{words})\n'


DX = mistake("dx-forgotten", "return dout")


# --- costs ----------------------------------------------------------------------------------------------------------


def test_a_mistake_costs_what_it_spoils(root: Path) -> None:
    oracle = layer(root, a_check("one", '{"y": 1, "dx": 1, "ds": 1}') + a_check("two", "1"), mistakes=DX)

    found, findings = costs(oracle)

    assert [(one.mistake, one.share, one.parts) for one in found] == [("dx-forgotten", 0.5, ("dx",))]
    assert findings == []


def test_one_quantity_costs_at_most_half_or_it_is_said_why(root: Path) -> None:
    checks = a_check("one", '{"y": 1, "dx": 1}') + a_check("two", "2")
    reason = {"costs": "two asks for nothing but dx"}

    def told(mistakes: str) -> list[str]:
        return said(costs(layer(root, checks, mistakes=mistakes))[1])

    assert "mistakes.py: dx-forgotten is about dx alone and costs 75 % of the points" in str(told(DX))
    assert told(mistake("dx-forgotten", "return dout", **reason)) == []
    both = mistake("both", "return dout", **reason).replace('{"', '{"return self.scale * x": "return x", "')
    assert told(both) == [
        "solutions/mistakes.py: both costs 100 % of the points, which needs no reason; take out its costs=…"
    ]
    assert told(both.replace(', costs="two asks for nothing but dx"', "")) == []  # two parts are wrong


def test_where_nothing_has_parts_no_mistake_is_about_one(root: Path) -> None:
    found, findings = costs(layer(root, a_check("one", "2") + a_check("two", "2"), mistakes=DX))

    assert (found[0].share, found[0].parts, findings) == (1.0, (), [])


def test_cases_of_an_answer_held_against_itself_are_no_quantities(root: Path) -> None:
    cases = (
        '@check(points={"y": 1, "ds": 1}, en="c", ja="う")\ndef cases(lab, draw):\n    layer, x = lab.Double(), draw.normal(3)\n'
        '    y = layer.forward(x)\n    return {"y": layer.backward(x), "ds": lab.gap(layer.forward(x), y)}\n\n\n'
    )

    found, findings = costs(layer(root, a_check("one", "2") + cases, mistakes=DX))

    assert ([one.parts for one in found], found[0].share, findings) == ([()], 0.75, [])


def test_a_stretch_costs_nothing(root: Path) -> None:
    found, _ = costs(layer(root, a_check("one", '{"y": 2, "dx": 2}') + a_check("two", "0"), mistakes=DX))

    assert found[0].share == 0.5


# --- float32 --------------------------------------------------------------------------------------------------------


def test_a_mistake_that_passes_in_float32_is_found(root: Path) -> None:
    slight = mistake("slight", "return self.scale * dout * (1 + 5e-5)")
    plain = mistake("plain", "return self.scale * dout * (1 + 5e-3)")
    accepted = mistake("accepted", "return self.scale * dout * 1.0")  # another rule says so

    assert said(coarse(layer(root, a_check("one", "4"), mistakes=slight + plain + accepted))) == [
        "solutions/mistakes.py: slight is accepted when its results are cast to float32; one should see more of it."
    ]


def test_attributes_are_cast_as_well(root: Path) -> None:
    slight = '@mistake("slight", en="a", ja="あ")\nclass Double(reference.Double):\n    def backward(self, dout):\n        dx = super().backward(dout)\n        self.ds *= 1 + 5e-5\n        return dx\n'

    assert "slight is accepted when" in str(said(coarse(layer(root, a_check("one", "4"), mistakes=slight))))


# --- pairs ----------------------------------------------------------------------------------------------------------


def test_mistakes_that_no_check_tells_apart_are_found(root: Path) -> None:
    twins = DX + mistake("dx-is-dout", "return 1.0 * dout")
    other = mistake("dx-doubled", "return 2 * self.scale * dout")

    alike, nearly, findings = apart(layer(root, a_check("one", "4"), mistakes=twins + other))

    assert [tuple(one) for one in alike] == [("one", ("dx-forgotten", "dx-is-dout"))]
    assert nearly == []
    assert said(findings) == [
        "solutions/mistakes.py: dx-forgotten and dx-is-dout give the same in every check; write one that tells them "
        "apart, or merge them."
    ]


def test_mistakes_of_the_same_words_are_one_to_a_student(root: Path) -> None:
    twins = DX + mistake("dx-is-dout", "return 1.0 * dout").replace(
        'en="dx-is-dout", ja="誤り dx-is-dout"', 'en="dx-forgotten", ja="誤り dx-forgotten"'
    )

    assert apart(layer(root, a_check("one", "4"), mistakes=twins))[2] == []


def test_numbers_that_collide_are_seen(root: Path) -> None:
    """A scale of 2 makes a square of a double; only another check, of scale 3, tells the two mistakes apart."""
    checks = a_check("one", "2") + a_check("two", "2").replace("lab.Double()", "lab.Double(3.0)").replace(
        'ja="あ two")', 'ja="あ two", levels=1)'
    )
    mistakes = mistake("four-times", "return 4.0 * dout") + mistake("scaled-twice", "return self.scale**2 * dout")

    alike, nearly, findings = apart(layer(root, checks, mistakes=mistakes))

    assert [tuple(one) for one in alike] == [("one", ("four-times", "scaled-twice"))]
    assert [tuple(one) for one in nearly] == [(("four-times", "scaled-twice"), "two", 0)]
    assert findings == []


@pytest.mark.parametrize("order", [1, -1])
def test_what_agrees_one_way_only_is_told_apart(root: Path, order: int) -> None:
    """An array passes where a list is expected; a list does not pass for an array."""
    pair = [mistake("a-list", "return [7.0, 7.0, 7.0]"), mistake("an-array", "return 7.0 + 0 * dout")]

    assert apart(layer(root, a_check("one", "4"), mistakes="".join(pair[::order])))[2] == []
