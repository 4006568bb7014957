"""Labels: every place of an observation means something to a reader, and each share is of a part that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.verify.labels import labels, names_of
from tests.course_maker import make_course
from tests.verify.made import layer, said

CHECK = '@check(points={points}, en="a", ja="あ"{more})\ndef values(lab, draw):\n    {body}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_course(tmp_path)


def found(root: Path, body: str, head: str = "", points: str = "4", more: str = "") -> list[str]:
    return said(labels(layer(root, head + CHECK.format(points=points, body=body, more=more))))


X = "layer = lab.Double(); y = layer.forward(draw.normal(2)); dx = layer.backward(draw.normal(2)); ds = layer.ds; "


@pytest.mark.parametrize(
    "body",
    [
        X + "return y",
        X + 'return {"y": y, "dx": dx, "ds": layer.ds}',  # names in the statement; dx is the gradient of x
        X + 'return {"scale": y}',  # a name of the stub
        'params = {"W": draw.normal(2)}; lab.Double().forward(params["W"]); return {"forward": 0}',
        'return lab.beside(kept, {"weights": draw.normal(2)})',  # its keys stand in the call
        'return lab.beside(several, draw.normal(2))',
        'return {"forward": lab.beside(several, draw.normal(2))}',
        "x = draw.normal(2); return lab.gap(lab.beside(several, x), lab.beside(several, x))",
    ],
)  # fmt: skip
def test_names_and_results_of_the_answer_are_understood(root: Path, body: str) -> None:
    head = (
        "@shipped\ndef kept(params):\n    return params\n\n\n@shipped\ndef several(x):\n    return [2 * x, 3 * x]\n\n\n"
    )
    assert found(root, body, head) == []


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (X + 'return {"asked": 1, "y": y}', "values: the key 'asked' is no name of the exercise"),
        (X + 'return {"y": {"deep": y}}', "values: the key 'deep' is no name of the exercise"),
        (X + "return {3: y}", "values: the key '3' is no name of the exercise"),
        (X + 'return {"step 1": y, "step 2": y}', "values: the key 'step 2' is no name"),
        (X + "return [y, dx]", "values: it returns a list of its own"),
        (X + 'return {"y": (1, 2)}', "values: it returns a list of its own"),
        (X + 'return {"gradient": y}', "values: the key 'gradient' is no name"),  # a word of the text, not code
        (X + 'return {"Return": y}', "values: the key 'Return' is no name"),  # a word of a docstring
    ],
)
def test_what_means_nothing_to_a_reader_is_found(root: Path, body: str, says: str) -> None:
    assert any(f"exercises/checks.py: {says}" in one for one in found(root, body))


def test_phrases_are_used_and_in_both_languages(root: Path) -> None:
    body = X + 'return {"asked": y, "step 1": y, "step 2": y}'
    right = 'LABELS = {"asked": ("what is asked", "問い"), "step {n}": ("after step {n}", "{n} 回目")}\n\n\n'

    assert found(root, body, right) == []
    assert "the phrase for 'asked' wants English and Japanese" in str(found(root, body, right.replace("問い", "")))
    assert "the phrase for 'asked' wants" in str(found(root, body, right.replace("問い", "what is asked")))
    unused = right.replace("}\n", ', "never {n}": ("a", "あ")}\n')
    assert found(root, body, unused) == [
        "exercises/checks.py: no check of this file returns the key 'never {n}'; take it out of LABELS."
    ]


def test_each_file_has_its_own_phrases(root: Path) -> None:
    check = CHECK.format(points=2, body=X + 'return {"asked": y}', more="")
    labelled = 'LABELS = {"asked": ("what is asked", "問い")}\n\n\n' + check

    assert said(labels(layer(root, labelled, hidden=check.replace("values", "others")))) == [
        "solutions/checks.py: others: the key 'asked' is no name of the exercise; put it into a phrase in LABELS."
    ]


def test_a_phrase_of_the_public_file_may_be_for_the_hidden_one(root: Path) -> None:
    plain = 'LABELS = {"asked": ("asked", "問い")}\n\n\n' + CHECK.format(points=2, body=X + "return y", more="")
    hidden = "from grader.authoring import public\n\nLABELS = public.LABELS\n\n\n" + CHECK.format(
        points=2, body=X + 'return {"asked": y}', more=""
    ).replace("values", "others")

    assert said(labels(layer(root, plain, hidden=hidden))) == []
    assert "no check of this file returns the key 'asked'" in str(said(labels(layer(root, plain))))


def test_phrases_of_the_unit_may_be_for_another_exercise(root: Path) -> None:
    (root / "exercises" / "01_first" / "unit.py").write_text(
        'LABELS = {"asked": ("asked", "問い"), "other": ("b", "い")}\n'
    )
    head = "from grader.authoring import unit\n\nLABELS = {}\n\n\n"
    body = X + 'return {"asked": y}'

    assert found(root, body, head.replace("{}", "unit.LABELS")) == []
    assert "the key 'mine'" in str(found(root, body, head.replace("{}", 'unit.LABELS | {"mine": ("a", "あ")}')))
    assert "the key 'asked' is no name" in str(found(root, body, head))


def test_a_phrase_of_code_is_the_same_in_both_languages(root: Path) -> None:
    body = X + 'return {"first": y}'

    assert found(root, body, 'LABELS = {"first": ("forward(x), scale 2", "forward(x), scale 2")}\n\n\n') == []
    assert "wants English" in str(found(root, body, 'LABELS = {"first": ("first x", "first x")}\n\n\n'))


def test_shares_are_of_parts_that_are_there(root: Path) -> None:
    body = X + 'return {"y": y, "dx": dx}'

    assert found(root, body, points='{"y": 2, "dx": 2}') == []
    assert "values gives points to 'db', but its result has no such part" in str(found(root, body, points='{"db": 4}'))
    assert "values gives points to 'y'" in str(found(root, X + "return y", points='{"y": 4}'))


def test_names_are_what_stands_as_code(root: Path) -> None:
    names = names_of(layer(root, CHECK.format(points=4, body=X + "return y", more="")).exercise)

    assert {"Double", "scale", "x", "y", "ds", "dout", "forward"} <= names
    assert not {"gradient", "returns", "Return", "順伝播", "def"} & names
