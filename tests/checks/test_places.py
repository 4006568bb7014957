"""Places in an observation, in words."""

from __future__ import annotations

import pytest

from grader.checks.places import Place, named
from grader.model import Text

LABELS = {"zeros": Text("the share of zeros", "0 の割合"), "step {n}": Text("after step {n}", "{n} 回更新したあと")}


@pytest.mark.parametrize(
    ("place", "en", "ja"),
    [
        ((), "", ""),
        (("dW",), "dW", "dW"),
        (("zeros",), "the share of zeros", "0 の割合"),
        (("step 12", "W1"), "after step 12: W1", "12 回更新したあと: W1"),
        (("step", "zeros "), "step: zeros ", "step: zeros "),
        ((1,), "result 2", "2 番目の結果"),
        (("dx", 0), "dx: result 1", "dx: 1 番目の結果"),
    ],
)
def test_a_key_is_its_phrase_and_else_itself(place: Place, en: str, ja: str) -> None:
    assert named(place, LABELS) == Text(en, ja)
