"""Habits round the answers: what else is handed in, how it is packed, and answers in notebooks."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from grader.course.discover import load_course
from grader.course.stub import pristine_stub
from tests.class_answers import ROOT
from tests.submission.habits.pieces import Cell, Draft, Files, code, notebook, plain, prose, tarred, zipped

# --- companions -------------------------------------------------------------------------------------------

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
WRONG = "import numpy as np\n\n\ndef {name}(x):\n    return 0 * x\n"


class Beside(NamedTuple):
    """Files that lie beside the answers, by path from their top; `named`: those that must be said to be unused."""

    files: Files
    named: tuple[str, ...] = ()


def _junk(*paths: str) -> Beside:
    """What a program left: nobody need be told."""
    return Beside(dict.fromkeys(paths, b"\0junk"))


def _said(files: dict[str, bytes | str]) -> Beside:
    data = {path: one.encode() if isinstance(one, str) else one for path, one in files.items()}
    return Beside(data, tuple(path.rpartition("/")[2] for path in files))


def _named(path: str, data: bytes | str) -> Beside:
    return _said({path: data})


def _stub_notebook() -> bytes:
    stubs = {one.id: pristine_stub(one) for one in load_course(ROOT).exercises}
    return notebook(code(stubs[exercise]) for exercise in ("sigmoid", "relu", "softmax"))


COMPANIONS: dict[str, Beside] = {
    "companion-pycache": _junk("__pycache__/sigmoid.cpython-36.pyc", "__pycache__/sigmoid.cpython-38.pyc"),
    "companion-cache-without-source": _junk("common/__pycache__/layers.cpython-36.pyc"),
    "companion-checkpoint-notebook": Beside({".ipynb_checkpoints/softmax-checkpoint.ipynb": _stub_notebook()}),
    "companion-checkpoint-script": Beside(
        {".ipynb_checkpoints/softmax-checkpoint.py": WRONG.format(name="softmax").encode()}
    ),
    "companion-tilde-backup": _named("softmax.py~", WRONG.format(name="softmax")),
    "companion-bak": _named("softmax.py.bak", WRONG.format(name="softmax")),
    "companion-swap-file": _junk(".softmax.py.swp"),
    "companion-jupyter-copy": _named("begun-Copy1.ipynb", _stub_notebook()),
    "companion-untitled-scratch": _named("Untitled.ipynb", notebook([code("x = [1, 2"), code("print(x)")])),
    "companion-ds-store": _junk(".DS_Store", "ch03/.DS_Store"),
    "companion-desktop-ini": _junk("desktop.ini", "Thumbs.db"),
    "companion-idea": _junk(".idea/modules.xml", ".idea/misc.xml"),
    "companion-vscode": _junk(".vscode/settings.json"),
    "companion-eclipse": _junk(".settings/org.eclipse.core.resources.prefs", ".project", ".pydevproject"),
    "companion-venv": Beside(
        {
            "myenv/pyvenv.cfg": b"home = /usr/bin\n",
            "myenv/lib/python3.11/site-packages/numpy/__init__.py": b"raise ImportError\n",
            "myenv/lib/python3.11/six.py": b"def relu(x):\n    return 0\n",
        }
    ),
    "companion-hidden-env": _junk(".env/bin/activate", ".env/lib/sigmoid.py"),
    "companion-site-packages": Beside({"site-packages/matplotlib/__init__.py": b"def relu(x):\n    return 0\n"}),
    "companion-mnist-loader": _named("dataset/mnist.py", "import gzip\n\n\ndef load_mnist():\n    gzip.open('x.gz')\n"),
    "companion-pickled-weights": _named("params.pkl", b"\x80\x04\x95junk."),
    "companion-plot-images": _named("ch03/relu.png", PNG),
    "companion-word-report": _named("課題レポート.docx", b"PK\x03\x04junk"),
    "companion-office-lock-file": Beside({"~$レポート.docx": b"\0junk"}),
    "companion-html-export": _named("softmax.html", "<html><body><pre>def softmax(x): ...</pre></body></html>"),
    "companion-pdf-export": _named("softmax.pdf", b"%PDF-1.7\n"),
    "companion-latex-report": _said({"report/report_mid.tex": "\\section{Sigmoid}", "report/report_mid.synctex.gz": b"\x1f\x8b\x08junk"}),
    "companion-training-logs": _named("train.log", "epoch 1, loss 2.3\n"),
    "companion-chapter-notes": _named("ch03/Note.md", "```python\ndef relu(x):\n    return 0\n```\n"),
    "companion-readme-copies": _said({"README (4).md": "# Homework", "README (5).md": "# Homework"}),
    "companion-package-files": _said({"pyproject.toml": "[project]\nname = 'hw'\n", "uv.lock": "version = 1\n"}),
    "companion-requirements": _named("requirements.txt", "numpy==1.16\nmatplotlib\n"),
    "companion-docker": _said({"docker/docker-compose.yml": "services: {}\n", "Makefile": "all:\n\trm -rf /\n"}),
    "companion-naive-version": _named("naive_softmax.py", WRONG.format(name="softmax")),
    "companion-bad-example": _named("bad_relu.py", WRONG.format(name="relu")),
    "companion-course-helpers": _named("dnn_app_utils_v2.py", "import h5py\n\n\ndef load_data():\n    return h5py.File('x')\n"),
    "companion-whole-handout": _said({"cs231n/data_utils.py": "def load(): ...\n", "cs231n/solver.py": "class Solver: ...\n"}),
    "companion-book-copy": _named("book/mnist_show.py", "from PIL import Image\n\nImage.open('x.png').show()\n"),
    "companion-own-test-file": _named("test_my_softmax.py", "from softmax import softmax\n\nassert softmax([1.0]) == 2\n"),
    "companion-slides": _named("material/perceptron.key", b"PK\x03\x04junk"),
    "companion-photo": _named("IMG_0791.jpg", b"\xff\xd8\xff\xe0junk"),
    "companion-unrelated-tool": _named("download_all.py", "import requests\n\nrequests.post('http://example.org')\n"),
    "companion-other-chapters": _named("ch08/train_deepnet.py", "from deep_convnet import DeepConvNet\n\nDeepConvNet().fit()\n"),
    "notebook-blank-original-beside": _named("hw1 blank.ipynb", _stub_notebook()),
    "platform-blackboard-text": _named("HW1_taro_attempt_2024-05-01-10-00-00.txt", "Name: Taro\n"),
    "platform-nbgrader-extras": _said({"timestamp.txt": "2024-05-01 10:00:00 UTC\n"}),
    "platform-dirty-folder": _said({"Downloads/invoice.pdf": b"%PDF", "old work/essay.odt": b"PK\x03\x04", "game.py": "import pygame\n"}),
}  # fmt: skip

# --- archives ---------------------------------------------------------------------------------------------


def _zip(files: Files) -> Files:
    return {"hw1.zip": zipped(files)}


def _under(folder: str, files: Files) -> Files:
    return {folder + path: data for path, data in files.items()}


def _doubles(files: Files) -> Files:
    return {f"__MACOSX/._{path.rpartition('/')[2]}": b"\0\5\x16\7\0\2\0\0Mac OS X" for path in files}


def _halves(files: Files) -> Files:
    paths = sorted(files)
    kept = {path: files[path] for path in paths[1:]}
    return _zip(kept) | {paths[0]: files[paths[0]]}


def _zips_in_zip(files: Files) -> Files:
    return _zip({"chapter3.zip": zipped(files), "readme.zip": zipped({"notes.txt": b"my notes"})})


ARCHIVES: dict[str, Callable[[Files], Files]] = {
    "archive-zip-beside-content": lambda files: files | _zip(files),
    "archive-macosx-folder": lambda files: _zip(_under("hw1/", files) | _doubles(files)),
    "archive-appledouble": lambda files: files | {f"._{path}": b"\0\5\x16\7\0\2\0\0Mac OS X" for path in files if "/" not in path},
    "archive-ds-store": lambda files: _zip({"hw1/.DS_Store": b"\0\0\0\1Bud1", **_under("hw1/", files)}),
    "archive-folder-inside": lambda files: _zip(_under("hw1/", files)),
    "archive-zip-in-zip": _zips_in_zip,
    "archive-tar-gz": lambda files: {"hw1.tar.gz": tarred(files, "gz")},
    "archive-tar-xz": lambda files: {"hw1.tar.xz": tarred(files, "xz")},
    "archive-other-than-asked": lambda files: {"hw1.tar.gz": zipped(files)},
    "archive-and-loose-files": _halves,
    "archive-student-number": lambda files: {"11111111.zip": zipped(files)},
    "archive-with-git-folder": lambda files: _zip(files | {f".git/objects/{n % 256:02x}/{n:038x}": b"x" for n in range(3000)}),
    "archive-thousands-of-files": lambda files: _zip(files | {f"venv/lib/python3.11/site-packages/lib/m{n}.py": b"" for n in range(6000)} | {"venv/pyvenv.cfg": b"home = /usr/bin\n"}),
    "archive-huge-file": lambda files: _zip(files | {"data/data.bin": bytes(100 << 20)}),
    "archive-export-with-zip-name": lambda files: _zip(files | {"__hw1_2024_05_01.zip__": b"hw1_2024_05_01.zip"}),
    "archive-linked-images": lambda files: _zip(files | {"photo.jpg": b"\xff\xd8\xff\xe0junk"}),
    "encoding-zip-names-cp932": lambda files: {"hw1.zip": zipped(_under("提出/", files), "cp932")},
    "encoding-zip-names-gbk": lambda files: {"hw1.zip": zipped(_under("作业/", files), "gbk")},
    "archive-plain-zip": _zip,
}  # fmt: skip
ARCHIVES_NAME = {
    "archive-huge-file": ("data.bin",),
    "archive-linked-images": ("photo.jpg",),
    "archive-zip-in-zip": ("notes.txt",),
}

# --- notebooks --------------------------------------------------------------------------------------------


class Book(NamedTuple):
    """A notebook, or several files that hold all answers."""

    files: Files
    named: tuple[str, ...] = ()


def _cells(draft: Draft) -> list[Cell]:
    return [cell for exercise, source in draft.sources.items() for cell in (prose(f"## {exercise}"), code(source))]


def _book(
    name: str, *before: Cell, after: tuple[Cell, ...] = (), metadata: dict[str, Any] | None = None
) -> Callable[[Draft], Book]:
    return lambda draft: Book({name: notebook([*before, *_cells(draft), *after], metadata)})


COLAB = {
    "colab": {"name": "Untitled0.ipynb", "provenance": []},
    "kernelspec": {"name": "python3", "display_name": "Python 3"},
}
LINK = prose(
    '<a href="https://colab.research.google.com/github/x.ipynb"><img src="https://colab.research.google.com/badge.svg"/></a>'
)
PLOT = "\n\nimport matplotlib.pyplot as plt\nplt.plot(np.arange(3), relu(np.arange(3)))\nplt.show()"


def _one_each(ending: str) -> Callable[[Draft], Book]:
    return lambda draft: Book(
        {f"{exercise}{ending}": notebook([code(source)]) for exercise, source in draft.sources.items()}
    )


def _all_in_a_cell(draft: Draft) -> Book:
    return Book({"hw1.ipynb": notebook([code("\n\n".join(plain().values()))])})


def _with_cells(*more: str, below: bool = False) -> Callable[[Draft], Book]:
    """With code cells above the answers, or below."""
    cells = tuple(code(one) for one in more)
    return _book("hw1.ipynb", after=cells) if below else _book("hw1.ipynb", *cells)


def _with_plots(draft: Draft) -> Book:
    return Book({"hw1.ipynb": notebook(code(source + PLOT) for source in draft.sources.values())})


def _large_outputs(draft: Draft) -> Book:
    image = {"output_type": "display_data", "metadata": {}, "data": {"image/png": "iVBORw0KGgo" * 200_000}}
    return Book({"hw1.ipynb": notebook(code(source, outputs=[image]) for source in draft.sources.values())})


def _counts(draft: Draft) -> Book:
    sources = enumerate(draft.sources.values())
    return Book({"hw1.ipynb": notebook(code(source, execution_count=23 - 3 * n) for n, source in sources)})


def _duplicated(draft: Draft) -> Book:
    marked = [code(source, metadata={"nbgrader": {"grade_id": exercise}}) for exercise, source in draft.sources.items()]
    return Book({"hw1.ipynb": notebook([*marked, marked[1], marked[2]])})


def _new_cells(draft: Draft) -> Book:
    stubs = {one.id: pristine_stub(one) for one in load_course(ROOT).exercises}
    pairs = [(code(stubs[exercise]), code(source)) for exercise, source in draft.sources.items()]
    return Book({"hw1.ipynb": notebook(cell for pair in pairs for cell in pair)})


def _ide(draft: Draft) -> Book:
    cells = [{"source": source.splitlines(keepends=True), "outputs": [], "metadata": {"collapsed": False}, "id": f"initial_id_{n}", "execution_count": None, "cell_type": "code"} for n, source in enumerate(draft.sources.values())]  # fmt: skip
    document = {"nbformat_minor": 5, "nbformat": 4, "metadata": {"kernelspec": {"name": "python3"}}, "cells": cells}
    return Book({"hw1.ipynb": json.dumps(document).encode()})


def _halves_of_a_book(draft: Draft) -> Book:
    cells = _cells(draft)
    return Book({"a.ipynb": notebook(cells[:6]), "b.ipynb": notebook(cells[6:])})


def _chapters(draft: Draft) -> Book:
    cells = [code(source) for exercise, source in draft.sources.items() if exercise != "adam"]
    return Book({"ch05/chap5_backPropagation.ipynb": notebook(cells), "ch06/adam2.py": draft.sources["adam"].encode()})


def _both(draft: Draft) -> Book:
    """The same answers as a notebook and as scripts: one of the two is graded, the other one named. Both are right."""
    book = {"ch03/answers.ipynb": notebook(_cells(draft))}
    return Book(book | {f"ch03/{exercise}.py": source.encode() for exercise, source in draft.sources.items()})


def _written(draft: Draft) -> Book:
    cells = [code(f"%%writefile {exercise}.py\n{source}") for exercise, source in draft.sources.items()]
    return Book({"hw1.ipynb": notebook([code("!ls"), *cells, code("from sigmoid import sigmoid\nprint(sigmoid(0))")])})


def _utf16(draft: Draft) -> Book:
    text = notebook(_cells(draft)).decode()
    return Book({"hw1.ipynb": b"\xff\xfe" + text.encode("utf-16-le")})


NOTEBOOKS: dict[str, Callable[[Draft], Book]] = {
    "name-py-ipynb": _one_each(".py.ipynb"),
    "notebook-colab-link-cell": _book("hw1.ipynb", LINK, metadata=COLAB),
    "notebook-inner-name-differs": _book("sigmoid.ipynb", metadata=COLAB),
    "notebook-untitled": _book("Copy_of_Untitled0.ipynb", metadata=COLAB),
    "notebook-several-answers-in-cell": _all_in_a_cell,
    "notebook-definition-and-plot": _with_plots,
    "notebook-ide-key-order": _ide,
    "notebook-large-outputs": _large_outputs,
    "notebook-counts-out-of-order": _counts,
    "notebook-magics": _with_cells("%matplotlib inline\n%load_ext autoreload\n%autoreload 2\nimport numpy as np", "%%time\nx = 1", "%%bash\nls"),
    "notebook-setup-download": _with_cells("! wget https://example.org/setup.py -O setup.py\nimport setup", "from google.colab import drive\ndrive.mount('/content/drive')"),
    "notebook-interactive-plots": _with_cells("%matplotlib notebook\nimport matplotlib.pyplot as plt"),
    "notebook-duplicated-cell": _duplicated,
    "notebook-answer-in-new-cell": _new_cells,
    "notebook-old-kernel": _book("hw1.ipynb", metadata={"kernelspec": {"name": "python2", "language": "python"}}),
    "notebook-several-in-hand-in": _halves_of_a_book,
    "notebook-json-ending": _book("hw1.ipynb.json"),
    "notebook-txt-ending": _book("hw1.ipynb.txt"),
    "notebook-utf16": _utf16,
    "notebook-writefile": _written,
    "notebook-input": _with_cells("n = int(input('n? '))\nprint(relu(n))", below=True),
    "notebook-student-at-the-end": _with_cells("model = torch.nn.Linear(2, 3)\nmodel.cuda()", "assert False, 'look at this again'", below=True),
    "layout-notebook-per-chapter": _chapters,
    "layout-notebook-and-script": _both,
}  # fmt: skip


def placed(book: Book, draft: Draft) -> tuple[Files, frozenset[str]]:
    """With the modules that the answers import."""
    modules = {path: source.encode() for path, source in draft.modules.items()}
    return book.files | modules, frozenset(book.named)
