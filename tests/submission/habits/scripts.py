"""Habits with Python files: what they are called, where they lie, in which encoding they are, what stands round an answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.submission.habits.pieces import CHAPTERS, EXERCISES, Draft, Placed, functions_of, plain

# --- sources ----------------------------------------------------------------------------------------------


class Source(NamedTuple):
    """How one answer's source looks: `text`, with the answer at `@@`; and what it imports."""

    exercise: str
    text: str
    modules: dict[str, str]

    def apply(self, draft: Draft) -> Draft:
        source = self.text.replace("@@\n", draft.sources[self.exercise] + "\n\n")
        return Draft(draft.sources | {self.exercise: source}, draft.modules | self.modules)


def _sources() -> dict[str, Source]:
    text = Path(__file__).with_name("sources.txt").read_text(encoding="utf-8")
    parts = re.split(r"^== (\S+) \| (\S+)\n", text, flags=re.MULTILINE)[1:]
    found = {}
    for habit, exercise, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        own, *others = re.split(r"^## (\S+)\n", body, flags=re.MULTILINE)
        found[habit] = Source(exercise, own, dict(zip(others[::2], others[1::2], strict=True)))
    return found


SOURCES = _sources()

# --- names ------------------------------------------------------------------------------------------------

_SHORT = dict(zip(EXERCISES, ("gates", "sigm", "ramp", "relulay", "smax", "ad"), strict=True))
_MISSPELT = dict(zip(EXERCISES, ("logic_gaets", "sigmiod", "rleu", "relu_leyer", "sofmax", "adma"), strict=True))
_ROMAN = dict(zip(EXERCISES, ("ronri", "shigumoido", "ranpu", "ranpu_sou", "sofuto", "saitekika"), strict=True))
_KEYWORDS = dict(zip(EXERCISES, ("and", "lambda", "if", "class", "with", "global"), strict=True))

# {id} relu_layer, {camel} reluLayer, {pascal} ReluLayer, {n} 1 to 6, {ch} the chapter
FORMS = {
    "name-exercise-exact": "{id}.py",
    "name-capital-first": "{capital}.py",
    "name-all-capitals": "{upper}.py",
    "name-camel-case": "{camel}.py",
    "name-pascal-class": "{pascal}.py",
    "name-glued-words": "{glued}.py",
    "name-suffix-function": "{id}_function.py",
    "name-suffix-layer": "{pascal}Layer.py",
    "name-short-for-exercise": "{short}.py",
    "name-section-number-prefix": "3_2_{n}_{id}.py",
    "name-number-only": "3-{n}.py",
    "name-running-number-prefix": "{n}-{id}.py",
    "name-question-prefix": "q{n}_{id}.py",
    "name-chapter-prefix": "ch{ch}_{id}.py",
    "name-main-with-section": "main2_{n}.py",
    "name-lesson-number": "l{n}-2.py",
    "name-page-number": "mine_p9{n}.py",
    "name-mine-prefix": "my_{id}.py",
    "name-version-suffix": "{id}2.py",
    "name-browser-copy": "{id} (1).py",
    "name-browser-copy-twice": "{id}_(1)_(1).py",
    "name-with-spaces": "{spaced} function.py",
    "name-stray-space": "{id}_ answer.py",
    "name-hyphen": "{hyphened}-answer.py",
    "name-leading-hash": "# {id}.py",
    "name-task-letters": "{letter}_tasks.py",
    "name-misspelt": "{misspelt}.py",
    "name-letter-held-down": "{id}{last}{last}.py",
    "name-romanised": "{roman}.py",
    "name-own-script": "激活函数{n}.py",
    "name-mixed-script": "{id}函数.py",
    "name-py-txt": "{id}.py.txt",
    "name-plus-for-space": "My+{id}+v5.py",
    "name-handout-version": "{id}_v3a.py",
    "name-student-appended": "{id}-taro-yamada.py",
    "name-initials-prefix": "WMS {id}.py",
    "name-solution-and-owner": "{id}_solution_taro.py",
    "name-date-prefix": "20201023_{n}_{id}.py",
    "name-keyword": "{keyword}.py",
    "name-copy-japanese": "{id} のコピー.py",
    "name-copy-windows": "{id} - Copy.py",
    "name-final": "{id}_final_FINAL.py",
    "name-full-width": "{wide}.py",
    "notebook-renamed": "assignment04 ({n}).py",
    "notebook-py-html-ending": "{id}.py.html",
    "platform-mail-late": "{id} final.py",
    "platform-path-in-name": "9081-_srv_lms_temp_44._{id}.py",
    "encoding-nfd-name": "{id}_Ubung\u0308.py".replace("Ubung\u0308", unicodedata.normalize("NFD", "Übung")),
    "encoding-names-as-question-marks": "__{n}_{id}.py",
}
# Everything in one file.
_ONE_FILE = {
    "name-generic-main": "main.py",
    "name-generic-test": "test.py",
    "name-generic-nn": "nn.py",
    "name-topic": "activation_function.py",
    "layout-file-per-chapter": "5_backpropagation_2.py",
    "source-whole-chapter-in-file": "layers.py",
}


def _name(form: str, exercise: str) -> str:
    words, number = exercise.split("_"), EXERCISES.index(exercise) + 1
    wide = "".join(chr(ord(one) + 0xFEE0) for one in exercise)
    return form.format(
        id=exercise, n=number, ch=CHAPTERS[exercise], capital=exercise.capitalize(), upper=exercise.upper(),
        camel=words[0] + "".join(word.title() for word in words[1:]), pascal="".join(map(str.title, words)),
        glued="".join(words), spaced=" ".join(words), hyphened="-".join(words), letter="ABCDEF"[number - 1],
        last=exercise[-1], short=_SHORT[exercise], misspelt=_MISSPELT[exercise], roman=_ROMAN[exercise],
        keyword=_KEYWORDS[exercise], wide=wide,
    )  # fmt: skip


def _each(form: str) -> Callable[[Draft], Placed]:
    return lambda draft: Placed({_name(form, exercise): source for exercise, source in draft.sources.items()})


def _in_one(name: str) -> Callable[[Draft], Placed]:
    """What ends the program or asks for input stands last, what must stand at the top first."""

    def place(draft: Draft) -> Placed:
        def order(one: tuple[str, str]) -> tuple[bool, bool]:
            exercise, source = one
            return "from __future__" not in source, source != plain()[exercise]

        return Placed({name: "\n\n".join(source for _, source in sorted(draft.sources.items(), key=order))})

    return place


def _part_by_part(draft: Draft) -> Placed:
    """A file for each gate."""
    parts = {f"{name.lower()}_gate.py": source for name, source in functions_of(plain()["logic_gates"]).items()}
    return Placed(parts | _others(draft, "logic_gates"))


def _others(draft: Draft, *without: str) -> dict[str, str]:
    return {f"{exercise}.py": source for exercise, source in draft.sources.items() if exercise not in without}


def _with(draft: Draft, more: dict[str, str], *without: str) -> Placed:
    """The answers under their names but for some, and more files, which nobody uses."""
    return Placed(_others(draft, *without) | more, frozenset(more))


def _parts_joined(draft: Draft) -> Placed:
    return Placed({"and_nand_or.py": draft.sources["logic_gates"]} | _others(draft, "logic_gates"))


def _two_cases(draft: Draft) -> Placed:
    return Placed(_others(draft) | {"softMax.py": draft.sources["softmax"]}, frozenset(["softMax.py"]))


SHADOW = "def exp(x):\n    return 0\n\n\nmaximum = where = dot = ndarray = zeros_like = exp\n"

NAMES: dict[str, Callable[[Draft], Placed]] = {
    **{habit: _each(form) for habit, form in FORMS.items()},
    **{habit: _in_one(name) for habit, name in _ONE_FILE.items()},
    "name-one-file-per-part": _part_by_part,
    "name-parts-joined": _parts_joined,
    "name-shadows-library": lambda draft: _with(draft, {"numpy.py": SHADOW, "random.py": "print('dice')\n"}),
    "name-two-cases": _two_cases,
}

# --- layouts ----------------------------------------------------------------------------------------------

# What is put before the path of everything, and the folder of an answer in it.
FOLDERS = {
    "layout-flat-root": ("", ""),
    "layout-chapter-folders": ("", "ch{ch:02}/"),
    "layout-chapter-one-digit": ("", "ch{ch}/"),
    "layout-chapter-spelled": ("", "chapter{ch}/"),
    "layout-section-folders": ("", "section{ch}/"),
    "layout-number-folders": ("src/", "{ch}/"),
    "layout-topic-folders": ("", "Back propagation/"),
    "layout-folder-per-class": ("", "optimizer/{id}/"),
    "layout-src-folder": ("hw1/", "src/"),
    "layout-handout-package": ("assignment1/", "cs231n/classifiers/"),
    "layout-doubled-folder": ("assignment1/assignment1/", ""),
    "layout-master-folder": ("deep-learning-from-scratch-master/", "ch{ch:02}/"),
    "layout-chapter-in-chapter": ("", "ch03/ch{ch:02}/"),
    "layout-named-by-people": ("Khai_Hoan/", "MOOC1/W4A1/"),
    "layout-own-language-folders": ("多层感知机/", "实验 二/layers/"),
    "layout-dots-in-folders": ("ch03/presentation/", "3.2.1-3.3.3/"),
    "layout-leading-dash": ("-Deep-Learning/", "ch{ch:02}/"),
    "encoding-nfd-folder": (unicodedata.normalize("NFD", "Übung/"), ""),
    "platform-by-question": ("", "Q{n}/"),
}


def place(draft: Draft, name: str, layout: str) -> Placed:
    """The answers as files. A layout of its own kind has its own names."""
    if layout in LAYOUTS:
        placed, wrap = LAYOUTS[layout](draft), ""
    else:
        wrap, folder = FOLDERS[layout]
        placed = NAMES[name](draft)
        if name in FORMS:
            folders = [_name(folder, exercise) for exercise in draft.sources]
            placed = placed._replace(
                files={into + path: text for into, (path, text) in zip(folders, placed.files.items(), strict=True)}
            )
    return placed._replace(files={wrap + path: text for path, text in (placed.files | draft.modules).items()})


def _common(draft: Draft, own: str = "") -> Placed:
    """Functions and layers in a package; the chapters' files import them and draw."""
    chapter = "import sys, os\nsys.path.append(os.pardir)\nimport matplotlib.pyplot as plt\n{}\nplt.show()\n"
    layers = "from common.functions import *\n" + draft.sources["relu_layer"]
    files = {
        "common/__init__.py": "",
        "common/functions.py": "\n\n".join(draft.sources[one] for one in ("sigmoid", "softmax", "relu")),
        "common/layers.py": layers,
        "common/optimizer.py": draft.sources["adam"],
        "ch02/gates.py": draft.sources["logic_gates"],
        "ch03/plots.py": chapter.format("from common.functions import sigmoid\nplt.plot(sigmoid(0))"),
    }
    return Placed(files | ({own: layers} if own else {}), frozenset(["plots.py"]))


def _siblings(form: str, folder: str) -> Callable[[Draft], Placed]:
    """The layer imports the function from the file beside it."""
    layer = (
        f"import numpy as np\n{form}\n\n\nclass Relu:\n    def forward(self, x):\n        self.mask = x > 0\n"
        "        return relu(x)\n\n    def backward(self, dout):\n        return np.where(self.mask, dout, 0.0)\n"
    )

    def place(draft: Draft) -> Placed:
        files = _others(draft, "relu_layer") | {"relu_layer.py": layer}
        return Placed({folder + name: source for name, source in files.items()})

    return place


def _same_name_twice(draft: Draft) -> Placed:
    files = {"chapter3/relu.py": draft.sources["relu"], "chapter5/relu.py": draft.sources["relu_layer"]}
    return Placed(files | _others(draft, "relu", "relu_layer"))


def _improved_later(draft: Draft) -> Placed:
    begun = "class Adam:\n    def __init__(self, lr=0.001):\n        self.lr = lr\n\n    def update(self, params, grads):\n        pass\n"
    files = {"ch04/adam_begun.py": begun, "ch05/adam.py": draft.sources["adam"]}
    return Placed(files | _others(draft, "adam"), frozenset(["adam_begun.py"]))


def _old_and_new(draft: Draft) -> Placed:
    old = {"old/sigmoid.py": "import numpy as np\n\n\ndef sigmoid(x):\n    return 1 / np.exp(-x)\n"}
    return Placed(_others(draft) | old, frozenset(["old/sigmoid.py"]))


def _tests_folder(draft: Draft) -> Placed:
    test = "from sigmoid import sigmoid\n\n\ndef test_sigmoid():\n    assert sigmoid(0) == 0.5\n\n\ndef relu(x):\n    return 0\n"
    return _with(draft, {"test/test_activation_function.py": test})


def _layers(draft: Draft) -> Placed:
    return Placed({"common/layers.py": draft.sources["relu_layer"]} | _others(draft, "relu_layer"))


LAYOUTS: dict[str, Callable[[Draft], Placed]] = {
    "layout-common-functions": _common,
    "layout-common-layers": _layers,
    "layout-common-copied": lambda draft: _common(draft, "ch03/common/layers.py"),
    "layout-answers-with-siblings": _siblings("from relu import relu", ""),
    "layout-imports-from-root": _siblings("from chapter3.relu import relu", "chapter3/"),
    "layout-relative-import": _siblings("from .relu import relu", "nn/"),
    "layout-same-name-twice": _same_name_twice,
    "layout-improved-later": _improved_later,
    "layout-old-and-new-folders": _old_and_new,
    "layout-tests-folder": _tests_folder,
}

# --- encodings --------------------------------------------------------------------------------------------


def _comment(words: str, encoding: str) -> Callable[[str], bytes]:
    return lambda source: f"# {words}\n{source}".encode(encoding, "ignore")


def _tabs(source: str) -> bytes:
    return re.sub("^(?: {4})+", lambda found: "\t" * (len(found[0]) // 4), source, flags=re.MULTILINE).encode()


def _two_spaces(source: str) -> bytes:
    return re.sub("^(?: {4})+", lambda found: found[0][::2], source, flags=re.MULTILINE).encode()


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "encoding-coding-line": lambda source: f"# coding: utf-8\n{source}".encode(),
    "encoding-coding-line-twice": lambda source: f"#!/usr/bin/env python\n# coding: utf-8\n# coding: utf-8\n{source}".encode(),
    "encoding-coding-line-odd": lambda source: f"#!-*-coding:utf-8-*-\n{source}".encode(),
    "encoding-utf8-bom": lambda source: source.encode("utf-8-sig"),
    "encoding-utf16": lambda source: b"\xff\xfe" + source.encode("utf-16-le"),
    "encoding-gbk-source": _comment("激活函数的实现,输入可以是任意形状的数组", "gbk"),
    "encoding-cp932-source": _comment("活性化関数の実装です。入力は配列でもかまいません", "cp932"),
    "encoding-cp949-machine": _comment("활성화 함수를 구현한 파일입니다", "cp949"),
    "encoding-latin1-source": _comment("mémoire de l'été: réponse à la question numéro un, écrite en français", "latin-1"),
    "encoding-own-language-comments": _comment("入力のコピー 激活 활성화", "utf-8"),
    "encoding-symbols-in-comments": _comment("(≈ 1 line of code) ∂L/∂x ∈ ℝⁿ", "utf-8"),
    "encoding-emoji": lambda source: f"{source}\nprint('🚀 start')\n".encode(),
    "encoding-crlf": lambda source: source.replace("\n", "\r\n").encode(),
    "encoding-no-last-newline": lambda source: source.rstrip().encode(),
    "encoding-tabs": _tabs,
    "encoding-two-spaces": _two_spaces,
    "notebook-colab-export": lambda source: f'"""Sigmoid.ipynb\n\nAutomatically generated by Colab.\n"""\n\n{source}'.encode(),
    "notebook-shell-line-in-script": lambda source: f"!pip install streamlit\n{source}".encode(),
    "notebook-nbconvert-script": lambda source: f"#!/usr/bin/env python\n# coding: utf-8\n\n# # Exercise\n\n# In[1]:\n\n\nget_ipython().run_line_magic('matplotlib', 'inline')\n\n\n# In[2]:\n\n\n{source}".encode(),
}  # fmt: skip
