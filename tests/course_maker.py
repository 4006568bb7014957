"""Makes a small course for tests, with a word planted in every hidden place."""

from __future__ import annotations

from pathlib import Path


def secret_of(canary: str) -> str:
    """A course's secret with the planted word in it, as it must be written."""
    return canary.encode().hex().ljust(32, "0")


def make_course(folder: Path, canary: str = "nothing", disclosure: str = "full") -> Path:
    """One exercise, `double(x)`; returns the course's root."""
    root = folder / "course"
    public, hidden = root / "exercises" / "01_first" / "double", root / "solutions" / "01_first" / "double"
    files = {
        root / "exercises" / "course.toml": (
            'name = "A small course"\ntitle = { en = "A small course", ja = "小さなコース" }\n\n'
            '[units]\n01_first = { en = "First", ja = "はじめ" }\n'
        ),
        root / "solutions" / "course.toml": f'secret = "{secret_of(canary)}"\ndisclosure = "{disclosure}"\n',
        public / "exercise.toml": (
            'title = { en = "Double", ja = "2 倍" }\npoints = 4\nsymbols = ["double"]\nsources = []\n'
            + '[[hints]]\nen = "a"\nja = "あ"\n' * 3
        ),
        public / "README.md": "# Double\n",
        public / "README.ja.md": "# 2 倍\n",
        public / "double.py": 'def double(x):\n    """Twice x."""\n    raise NotImplementedError  # write your answer here / ここに書く\n',
        public / "checks.py": (
            "from grader.authoring import check\n\n\n"
            '@check(points=2, en="doubles", ja="2 倍にする")\ndef doubles(lab, draw):\n    return lab.double(draw.normal(3))\n'
        ),
        hidden / "double.py": (
            'def double(x):\n    """Twice x."""\n    # BEGIN SOLUTION\n'
            f'    secret = "{canary}"\n    return x * 2 if secret else x\n    # END SOLUTION\n'
        ),
        hidden / "checks.py": (
            "from grader.authoring import check\n\n"
            'LABELS = {"y": ("what comes out", "結果"), "word": ("the word", "ことば")}\n\n\n'
            '@check(points=2, en="doubles more", ja="もっと 2 倍にする")\n'
            f'def more(lab, draw):\n    return {{"y": lab.double(draw.normal(2)), "word": "{canary}"}}\n'
        ),
        hidden / "mistakes.py": (
            "from grader.authoring import mistake\n\n\n"
            f'@mistake("squared", en="{canary} squared", ja="2 乗 {canary}", hint_en="a", hint_ja="あ")\n'
            "def double(x):\n    return x * x\n"
        ),
        hidden / "alternatives.py": (
            "import numpy as np\n\nfrom grader.authoring import alternative\n\n\n"
            '@alternative("sum")\ndef double(x):\n    return x + x\n\n\n'
            '@alternative("in float32")\ndef double(x):\n    return np.float32(2) * x.astype(np.float32)\n'
        ),
    }  # fmt: skip
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
