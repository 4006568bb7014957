"""`grade new`: an exercise that verifies, for its author to turn into another one, file by file."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from grader.course.stub import make_stub
from grader.model import Text
from grader.words import text

REFERENCE = '''import numpy as np


def {id}(x):
    """Twice x, entry by entry; x: any shape. / x の 2 倍(形状は任意)"""
    # BEGIN SOLUTION
    return 2.0 * np.asarray(x)
    # END SOLUTION
'''

PUBLIC = {
    "exercise.toml": """title = {{ en = "{id}: give me a title", ja = "{id}: 題名を付けてください" }}
points = 3
symbols = ["{id}"]
requires = []
sources = ["where it comes from"]

[[hints]]
en = "A question to ask yourself?"
ja = "自分に問いかけてみましょう。"

[[hints]]
en = "The idea."
ja = "考え方。"

[[hints]]
en = "The shape of the line, never the line."
ja = "式の形(式そのものは書きません)。"
""",
    "README.md": """# {id}: give me a title

The idea, in two or three sentences.

$$y = 2x$$

## Write

`{id}(x)`, which returns `y`.

- `x`, `y`: arrays of one shape, whatever it is.

## Example

```python
import numpy as np

{id}(np.array([1.0, -2.0]))  # array([ 2., -4.])
```

## Not asked

What nobody needs to think about.

## From

Where it comes from.
""",
    "README.ja.md": """# {id}: 題名を付けてください

考え方を 2、3 文で書きます。

$$y = 2x$$

## 書くもの

`{id}(x)`。戻り値は `y` です。

- `x` と `y` は同じ形状の配列(形状は任意)。

## 例

```python
import numpy as np

{id}(np.array([1.0, -2.0]))  # array([ 2., -4.])
```

## 問わないこと

考えなくてよいこと。

## 出典

どこから取ったか。
""",
    "checks.py": """from grader.authoring import check


@check(points=2, en="the values are right", ja="値が正しい")
def values(lab, draw):
    return lab.{id}(draw.normal(draw.size()))
""",
}

HIDDEN = {
    "checks.py": """from grader.authoring import check


@check(points=1, en="any shape", ja="どんな形の配列でも")
def any_shape(lab, draw):
    return lab.{id}(draw.normal(*draw.sizes("N T D")))
""",
    "mistakes.py": """from grader.authoring import changed

changed(
    "squared",
    {{"return 2.0 * np.asarray(x)": "return np.asarray(x) ** 2"}},
    en="The entries are squared, where they should be doubled.",
    ja="2 倍ではなく 2 乗しています。",
    hint_en="What should come out for x = 3?",
    hint_ja="x = 3 のとき、何が出てくるはずですか。",
)
""",
    "alternatives.py": """import numpy as np

from grader.authoring import alternative


@alternative("a sum")
def {id}(x):
    return x + x


@alternative("entry by entry, in float32")
def {id}(x):
    y = np.zeros(x.shape, dtype=np.float32)
    for index in np.ndindex(x.shape):
        y[index] = x[index] * 2
    return y
""",
}

_UNIT, _ID = re.compile(r"[0-9]{2}_[a-z0-9_]+"), re.compile(r"[a-z][a-z0-9_]*")


def names(word: str) -> tuple[str, str] | None:
    """Unit and id in `05_backprop/relu_layer`, or None if that is not what `word` is."""
    unit, _, id_ = word.partition("/")
    fits = _UNIT.fullmatch(unit) and _ID.fullmatch(id_) and not keyword.iskeyword(id_)
    return (unit, id_) if fits else None


def no_title_yet(name: str) -> Text:
    """The title of what has none, which nobody overlooks."""
    return text("{name}: give me a title", name=name)


def write_exercise(root: Path, unit: str, id_: str) -> list[Path]:
    """Write the files of a new exercise below `root`, and the unit's title if it is new; returns what was written.

    Raises FileExistsError if the exercise is there already.
    """
    public, hidden = root / "exercises" / unit / id_, root / "solutions" / unit / id_
    public.mkdir(parents=True)
    hidden.mkdir(parents=True)
    files = {public / name: words.format(id=id_) for name, words in PUBLIC.items()}
    files |= {hidden / name: words.format(id=id_) for name, words in HIDDEN.items()}
    reference = REFERENCE.format(id=id_)
    files |= {hidden / f"{id_}.py": reference, public / f"{id_}.py": make_stub(reference)}
    for path, words in files.items():
        path.write_text(words, encoding="utf-8")
    return [*files, *name_unit(root, unit)]


def name_unit(root: Path, unit: str) -> list[Path]:
    """Give a unit that the course does not name yet a title to be changed; returns what was written."""
    course = root / "exercises" / "course.toml"
    head = course.read_text(encoding="utf-8")
    if re.search(rf"^{unit}\s*=", head, re.MULTILINE):
        return []
    said = no_title_yet(unit)
    title = f'{unit} = {{ en = "{said.en}", ja = "{said.ja}" }}\n'
    before, table, after = head.partition("[units]\n")
    course.write_text(before + table + title + after if table else f"{head}\n[units]\n{title}", encoding="utf-8")
    return [course]
