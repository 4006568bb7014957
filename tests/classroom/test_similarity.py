"""Copies are found whatever was changed about them; nobody else is named."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Mapping

import pytest

from grader.classroom.base_rate import common
from grader.classroom.overlaps import components, likenesses, overlaps
from grader.classroom.passages import MOST_CHARACTERS, read_source
from grader.classroom.similarity import Similarity, similar
from grader.model import Course
from tests.conftest import ROOT, exercise
from tests.disguise import disguise

ANSWERS = ROOT / "tests" / "answers" / "diagnosis"


def known(course: Course, id_: str) -> list[str]:
    one = exercise(course, id_)
    assert one.solution
    files = one.stub, one.solution / one.stub.name, one.solution / "alternatives.py"
    return [path.read_text(encoding="utf-8") for path in files]


def honest() -> dict[str, dict[str, str]]:
    """Answers that nobody copied, by exercise."""
    found: dict[str, dict[str, str]] = {}
    for listing in sorted(ANSWERS.glob("*.toml")):
        for name, entry in tomllib.loads(listing.read_text(encoding="utf-8")).items():
            found.setdefault(entry["exercise"], {})[name] = (ANSWERS / f"{name}.py").read_text(encoding="utf-8")
    return found


HONEST = honest()


def alternatives(course: Course, id_: str) -> dict[str, str]:
    """The accepted ways of writing it, each as an answer."""
    text = known(course, id_)[2]
    found: dict[str, str] = {}
    for node in ast.parse(text).body:
        slugs = [one.args[0] for one in getattr(node, "decorator_list", []) if isinstance(one, ast.Call)]
        if slugs and isinstance(slugs[0], ast.Constant):
            slug = str(slugs[0].value)
            found[slug] = found.get(slug, "import numpy as np\n\n") + f"{ast.get_source_segment(text, node)}\n"
    return found


def found(result: Similarity) -> list[tuple[str, ...]]:
    return [group.students for group in result.groups]


def compare(course: Course, sources: Mapping[str, Mapping[str, str]], **wrong: list[str]) -> Similarity:
    slugs = {(id_, student): slugs for student, slugs in wrong.items() for id_ in sources}
    return similar(sources, {id_: known(course, id_) for id_ in sources}, slugs)


def test_nobody_is_named_who_wrote_alone(course: Course) -> None:
    """Each answer by another student: every pair of an exercise is one of two people who did not copy."""
    assert sum(len(sources) * (len(sources) - 1) // 2 for sources in HONEST.values()) == 3039
    assert found(compare(course, HONEST)) == []


def kept(course: Course, id_: str) -> frozenset[str]:
    """The names that an answer must have."""
    return frozenset((*exercise(course, id_).spellings, "update", "forward", "backward", "params", "grads"))


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("adam", "ok_flat_vector"),
        ("affine", "ok_bias_trick"),
        ("lstm_layer", "ok_joined_weights"),
        ("lstm_cell", "memory_kept_in_global"),
    ],
)
def test_a_copy_is_found_under_other_names_in_another_order_and_layout(course: Course, id_: str, name: str) -> None:
    source = HONEST[id_][f"{id_}__{name}"]
    copy = disguise(source, kept(course, id_))
    rows, theirs = source.split("\n"), copy.split("\n")
    assert len({row.strip() for row in theirs} - {row.strip() for row in rows}) > len(theirs) / 4

    result = compare(course, {id_: HONEST[id_] | {"zoe": copy}})

    assert found(result) == [(f"{id_}__{name}", "zoe")]
    evidence = result.groups[0].pairs[0].evidence[0]
    assert evidence.passages >= 0.8 * evidence.own and evidence.as_alike == 0
    assert not evidence.words  # none is left
    assert len(evidence.lines) > 2
    for line in evidence.lines:
        assert (line.first, line.second) == (rows[line.first_line - 1], theirs[line.second_line - 1])


@pytest.mark.parametrize("id_", ["adam", "affine", "lstm_layer"])
def test_the_reference_rewritten_says_nothing_once_it_is_known(course: Course, id_: str) -> None:
    """Two who wrote what the reference has wrote what many do. Before it is known, among people who did otherwise, it is one
    unusual answer in two hands."""
    stub, reference, _ = known(course, id_)
    others = alternatives(course, id_) | {name: text for name, text in HONEST[id_].items() if "__ok" in name}
    two = {name: disguise(reference, kept(course, id_), seed) for seed, name in enumerate(("yuki", "zoe"))}
    assert two["yuki"] != two["zoe"]

    before = similar({id_: others | two}, {id_: [stub]}, {})
    assert {"yuki", "zoe"} <= set(found(before)[0])

    after = compare(course, {id_: others | two})
    assert not after.groups
    assert after.rates[0].known >= 2


def test_right_answers_in_other_styles_are_not_alike(course: Course) -> None:
    """Each way of writing it by another student, and none of the ways known but the reference."""
    for id_ in ("adam", "affine", "batch_norm_backward", "softmax_with_loss", "momentum"):
        sources = alternatives(course, id_) | {name: text for name, text in HONEST[id_].items() if "__ok" in name}
        result = similar({id_: sources}, {id_: known(course, id_)[:2]}, {})
        assert result.rates[0].says == "yes" and result.rates[0].comparable >= 4
        assert not result.groups


def test_what_most_of_a_class_has_from_the_book_accuses_nobody(course: Course) -> None:
    """Thirty of forty write the book's Adam, under names of their own; the grader knows the stub alone."""
    stub = known(course, "adam")[0]
    book = next(iter(alternatives(course, "adam").values()))
    sources = {name: text for name, text in HONEST["adam"].items() if "__ok" in name}
    sources |= {f"reader{n:02}": disguise(book, kept(course, "adam"), n) for n in range(30)}

    result = similar({"adam": sources}, {"adam": [stub]}, {})

    assert not result.groups
    assert result.rates[0].largest >= 30 and result.rates[0].comparable <= 2


def test_sigmoid_says_nothing_even_about_the_same_text(course: Course) -> None:
    odd = (
        "import numpy as np\n\ndef sigmoid(eingabe):\n    zwischenwert = np.exp(-eingabe)  # 先輩に教わった書き方です\n"
    )
    odd += (
        "    nenner_insgesamt = 1.0 + zwischenwert\n    endergebnis = 1.0 / nenner_insgesamt\n    return endergebnis\n"
    )
    sources = HONEST["sigmoid"] | {"yuki": odd, "zoe": odd}
    result = compare(course, {"sigmoid": sources}, yuki=["rare-mistake"], zoe=["rare-mistake"])
    assert not result.groups
    assert result.rates[0].says == "short"


SHARED = HONEST["adam"]["adam__no_power_of_t"]


def test_a_rare_mistake_in_common_makes_less_likeness_enough(course: Course) -> None:
    """Two thirds of the evidence, and the same unusual mistake; a mistake that many make changes nothing."""
    sources = HONEST["adam"] | {"zoe": disguise(SHARED, kept(course, "adam"))}
    assert not compare(course, {"adam": sources}).groups

    both = {"adam__no_power_of_t": ["no-power"], "zoe": ["no-power"]}
    result = compare(course, {"adam": sources}, **both)
    assert found(result) == [("adam__no_power_of_t", "zoe")]
    assert result.groups[0].pairs[0].evidence[0].mistakes == ("no-power",)

    many = {name: ["no-power"] for name in list(sources)[:3]}
    assert not compare(course, {"adam": sources}, **both | many).groups


def test_a_rare_mistake_alone_is_no_evidence_and_three_are(course: Course) -> None:
    ids = ("adam", "affine", "softmax", "lstm_cell")
    wrong = {(id_, who): ["odd"] for id_ in ids for who in ("yuki", "zoe")}
    sources = {
        id_: {name.replace(f"{id_}__ok", f"s{n}"): text for n, (name, text) in enumerate(HONEST[id_].items())}
        for id_ in ids
    }
    for of_exercise in sources.values():
        first, second, *_ = sorted(of_exercise)
        of_exercise |= {"yuki": of_exercise.pop(first), "zoe": of_exercise.pop(second)}
    given = {id_: known(course, id_) for id_ in ids}
    assert not similar(sources, given, dict(list(wrong.items())[:4])).groups
    assert found(similar(sources, given, wrong)) == [("yuki", "zoe")]


def test_words_of_ones_own_are_evidence_of_their_own_kind(course: Course) -> None:
    """Two different ways of writing it, with the same four remarks."""
    remarks = [
        "ここは田中さんに教わった",
        "do not touch, it works somehow",
        "見直すこと（第三回の板書）",
        "TODO ask about the square root",
    ]

    def remarked(text: str) -> str:
        rows = text.rstrip().split("\n")
        return "\n".join([*rows[:-4], *(f"{row}  # {remark}" for row, remark in zip(rows[-4:], remarks, strict=True))])

    one, other = (remarked(HONEST["adam"][f"adam__{name}"]) for name in ("no_correction", "amsgrad"))
    sources = {
        name: text for name, text in HONEST["adam"].items() if "no_correction" not in name and "amsgrad" not in name
    }
    result = compare(course, {"adam": sources | {"yuki": one, "zoe": other}})
    assert found(result) == [("yuki", "zoe")]
    evidence = result.groups[0].pairs[0].evidence[0]
    assert {word.first for word in evidence.words} == {f"# {remark}" for remark in remarks}
    assert evidence.passages == 0


def test_three_who_worked_together_are_one_group(course: Course) -> None:
    source = HONEST["lstm_layer"]["lstm_layer__ok_joined_weights"]
    names = {f"together{n}": disguise(source, kept(course, "lstm_layer"), n) for n in range(3)}
    others = {name: text for name, text in HONEST["lstm_layer"].items() if text != source}
    result = compare(course, {"lstm_layer": others | names})
    assert found(result) == [tuple(sorted(names))]
    assert len(result.groups[0].pairs) == 3


def test_the_same_twice_in_a_class_too_small_is_not_judged(course: Course) -> None:
    source = HONEST["lstm_layer"]["lstm_layer__ok_joined_weights"]
    few = dict(list(HONEST["lstm_layer"].items())[:5]) | {"yuki": source, "zoe": source}
    result = compare(course, {"lstm_layer": few})
    assert not result.groups and result.rates[0].says == "few"


@pytest.mark.parametrize(
    "hostile",
    ["(" * 50_000, "'" * 9_999, '"""' + "x" * 100_000, "f'{" * 5_000, "\x00\x1b[2J\u202e", "9" * 50_000, "a.b" * 20_000, "#" * 10**6, "\ud800x = 1", ""],
)  # fmt: skip
def test_no_source_stops_the_comparison(course: Course, hostile: str) -> None:
    result = compare(course, {"adam": HONEST["adam"] | {"yuki": hostile, "zoe": hostile}})
    assert all("adam__history" not in group.students for group in result.groups)
    assert all(len(word) <= 202 for word in read_source(hostile).words)


def test_what_passages_leave_out_and_what_they_keep() -> None:
    def passages(text: str) -> set[tuple[str, ...]]:
        return set(read_source(text).passages)

    plain = "v = beta * v + (1 - beta) * g"
    for same in (
        "vel = mu * vel + (1. - mu) * grad",
        "v=beta*v\\\n  +((1-beta)*g) # moving",
        "self.v = self.beta * self.v + (1 - self.beta) * g;",
    ):
        assert passages(same) == passages(plain)
    for other in (
        "v = beta * v - (1 - beta) * g",
        "v = beta * v + (2 - beta) * g",
        "v = beta * v + (1 - beta) * np.abs(g)",
    ):
        assert passages(other) != passages(plain)
    assert passages("a = np.exp(x)\nb = x.sum()") == passages("c = y.sum()\nd = math.exp(y)")
    assert read_source("\n \n\nx = first\n\n  \ny = 'a'").words == {"x": 4, "first": 4, "y": 7, '" a': 7}
    assert read_source("x = 1" + "\ny = 2" * MOST_CHARACTERS).rows[-1] != ""


def test_counting_all_pairs_at_once_is_counting_each() -> None:
    sets = [frozenset(range(n, 3 * n, 2)) | {n % 3} for n in range(1, 12)]
    pairs = {(i, j): len(sets[i] & sets[j]) for i in range(11) for j in range(i + 1, 11)}
    assert {(one.first, one.second): one.worth for one in overlaps(sets, 3)} == {
        k: v for k, v in pairs.items() if v > 2
    }
    shares = sorted(len(sets[i] & sets[j]) / len(sets[i] | sets[j]) for i, j in pairs)
    assert likenesses(sets).tolist() == pytest.approx(shares)
    groups = components([("a", "b"), ("c", "d"), ("b", "e"), ("d", "c"), ("e", "a")])
    assert sorted(map(sorted, groups)) == [["a", "b", "e"], ["c", "d"]]
    assert [common(n) for n in (8, 30, 50, 100, 10_000)] == [4, 4, 5, 10, 10]
