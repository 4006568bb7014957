"""Notebooks as people, Jupyter, Colab, VS Code, nbgrader and otter leave them: written, read, reset and given back."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.course.discover import load_course
from grader.errors import SubmissionError
from grader.model import Course, ExerciseResult
from grader.pipeline import grade as grade_submission
from grader.sandbox.host import Sandbox
from grader.submission.definitions import seems_to_define
from grader.submission.load import is_untouched, load
from grader.submission.notebook import read_notebook
from grader.submission.notebook_writing import unit_notebook, with_feedback, with_stub
from tests.cli.test_cli import grade, run_json
from tests.conftest import ROOT, exercise, reference_source

Document = dict[str, Any]
Grader = Callable[..., ExerciseResult]

SIGMOID = "import numpy as np\n\n\ndef sigmoid(x):\n    return 0.5 * (1 + np.tanh(x / 2))\n"
AFFINE = """import numpy as np
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b
    def forward(self, x):
        self.x = x
        return x @ self.W + self.b
    def backward(self, dout):
        x, d = self.x.reshape(-1, self.x.shape[-1]), dout.reshape(-1, dout.shape[-1])
        self.dW, self.db = x.T @ d, d.sum(axis=0).reshape(self.b.shape)
        return dout @ self.W.T
"""
MEAN = AFFINE.replace("d.sum(", "d.mean(")


def code(source: str, **metadata: Any) -> Document:
    return {"cell_type": "code", "execution_count": None, "metadata": metadata, "outputs": [], "source": source}


def text(source: str, kind: str = "markdown", **metadata: Any) -> Document:
    return {"cell_type": kind, "metadata": metadata, "source": source}


def notebook(*cells: Document) -> Document:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 4}


def mine(id_: str, source: str) -> Document:
    return code(source, gradkata={"exercise": id_})


def read(written: str) -> Document:
    """A notebook with the text of each cell in one piece."""
    document: Document = json.loads(written)
    for cell in document["cells"]:
        cell["source"] = "".join(cell["source"])
    return document


@pytest.fixture
def fresh(course: Course) -> Document:
    """What `grade init --notebooks` writes for two exercises."""
    chosen = (exercise(course, "sigmoid"), exercise(course, "affine"))
    made: Document = read(unit_notebook(course, "05_backprop", chosen, "en"))
    return made


def at(document: Document, id_: str) -> int:
    """The index of the stub's cell."""
    marks = [cell["metadata"].get("gradkata", {}).get("exercise") for cell in document["cells"]]
    return marks.index(id_)


@pytest.fixture
def graded(course: Course, sandbox: Sandbox, tmp_path: Path) -> Grader:
    """The result of one exercise of a notebook."""

    def graded(document: Document | str, id_: str = "affine") -> ExerciseResult:
        path = tmp_path / "my.ipynb"
        path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
        chosen = (exercise(course, id_),)
        return grade_submission(course, chosen, load(path, chosen), sandbox).exercises[0]

    return graded


def said(result: ExerciseResult) -> str:
    return "\n".join([result.message.en, *(note.en for note in result.notes)])


# --- writing -------------------------------------------------------------------------------------------------


def test_init_writes_a_notebook_for_each_unit(tmp_path: Path, course: Course) -> None:
    made = grade("init", "demo", "--notebooks", cwd=tmp_path)
    again = grade("init", "again", "--notebooks", cwd=tmp_path)

    assert (made.returncode, again.returncode) == (0, 0), made.stderr
    written = sorted((tmp_path / "demo").glob("*.ipynb"))
    assert [path.stem for path in written] == list(dict.fromkeys(one.unit for one in course.exercises))
    for path in written:
        document = nbformat.read(path, as_version=nbformat.NO_CONVERT)  # type: ignore[no-untyped-call]
        nbformat.validate(document)
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()
        assert document.cells[1].source == "%load_ext gradkata"
        ids = [one.id for one in course.exercises if one.unit == path.stem]
        answers = [cell for cell in document.cells if "exercise" in cell.metadata.get("gradkata", {})]
        assert [cell.metadata.gradkata.exercise for cell in answers] == ids
        assert all("NotImplementedError" in cell.source for cell in answers)
        assert [cell.source for cell in document.cells if cell.source.startswith("%grade")] == [
            f"%grade {i}" for i in ids
        ]
    assert sorted(path.suffix for path in (tmp_path / "demo").iterdir()) == [".ipynb"] * len(written) + [".toml"]


def test_in_an_untouched_workspace_nothing_is_started(tmp_path: Path) -> None:
    """Although stubs bring along, ready-made, what other exercises of the same notebook ask for."""
    assert grade("init", "demo", "--notebooks", cwd=tmp_path).returncode == 0

    run = run_json(cwd=tmp_path / "demo")

    statuses = {one["id"]: one["status"] for one in run["exercises"]}
    assert {id_: status for id_, status in statuses.items() if status != "not_started"} == {}
    assert run["score"] == 0


def test_only_some_units_and_the_language_of_a_workspace(tmp_path: Path) -> None:
    made = grade(
        "init", "demo", "--notebooks", "--unit", "05", "--unit", "02_activations", "--lang", "ja", cwd=tmp_path
    )
    demo = tmp_path / "demo"
    plain = grade("init", "plain", "--unit", "02", cwd=tmp_path)

    assert made.returncode == 0 and plain.returncode == 0, made.stderr
    assert sorted(path.name for path in demo.glob("*.ipynb")) == ["02_activations.ipynb", "05_backprop.ipynb"]
    assert [path.name for path in (tmp_path / "plain").iterdir() if path.is_dir()] == ["02_activations"]
    assert "シグモイド関数" in (demo / "02_activations.ipynb").read_text(encoding="utf-8")
    assert grade("show", "affine", cwd=demo).stdout.endswith("解答を書くところ: 05_backprop.ipynb のセル 25\n")
    assert "write your answer in" in grade("show", "affine", "--lang", "en", cwd=demo).stdout
    assert "write your answer in" in grade("show", "sigmoid", cwd=tmp_path / "plain").stdout
    wrong = grade("init", "no", "--unit", "99", cwd=tmp_path)
    assert wrong.returncode == 2 and "'99' is no unit" in wrong.stderr and not (tmp_path / "no").exists()


def test_a_notebook_is_graded_wherever_one_stands(tmp_path: Path) -> None:
    assert grade("init", "demo", "--notebooks", cwd=tmp_path).returncode == 0
    path = tmp_path / "demo" / "05_backprop.ipynb"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["cells"][at(document, "affine")]["source"] = MEAN
    path.write_text(json.dumps(document), encoding="utf-8")

    one = grade("affine", cwd=tmp_path / "demo")
    whole = run_json("05_backprop.ipynb", cwd=tmp_path / "demo")
    outside = run_json(path, "affine", cwd=tmp_path)
    following = grade("next", cwd=tmp_path / "demo")

    assert "db is the mean over the batch" in one.stdout
    assert {each["unit"] for each in whole["exercises"]} == {"05_backprop"} and len(whole["exercises"]) > 5
    assert [(each["id"], each["status"]) for each in outside["exercises"]] == [("affine", "failed")]
    assert "05_backprop.ipynb, cell" in following.stdout and "affine" in following.stdout


def test_a_notebook_of_any_name_is_graded_on_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "homework.ipynb").write_text(json.dumps(notebook(code(SIGMOID), code(AFFINE))), encoding="utf-8")

    run = run_json("homework.ipynb", cwd=tmp_path)
    missing = grade("nowhere.ipynb", cwd=tmp_path)

    assert [(one["id"], one["status"]) for one in run["exercises"]] == [("sigmoid", "passed"), ("affine", "passed")]
    assert missing.returncode == 2 and "No such file or directory. Check the path" in missing.stderr


# --- what people do to cells -----------------------------------------------------------------------------------


def test_a_deleted_cell_is_missing_and_said(fresh: Document, graded: Grader) -> None:
    del fresh["cells"][at(fresh, "affine")]

    result = graded(fresh)

    assert (result.status, result.score) == ("missing", 0)
    assert "Affine is not defined in my.ipynb" in said(result)
    assert "its cell is no longer in my.ipynb; `grade reset affine` puts it back." in said(result)


@pytest.mark.parametrize(
    ("sources", "status"), [((MEAN, AFFINE), "passed"), ((AFFINE, MEAN), "failed"), ((AFFINE, "STUB"), "passed")]
)
def test_of_a_duplicated_cell_the_last_complete_definition_wins(
    fresh: Document, graded: Grader, sources: tuple[str, str], status: str
) -> None:
    index = at(fresh, "affine")
    stub = fresh["cells"][index]
    copies = [{**copy.deepcopy(stub), "source": stub["source"] if one == "STUB" else one} for one in sources]
    fresh["cells"][index : index + 1] = copies

    result = graded(fresh)

    assert result.status == status
    assert "Affine is defined in my.ipynb, cell 7 and my.ipynb, cell 8" in said(result)


def test_reordered_cells(fresh: Document, graded: Grader) -> None:
    fresh["cells"][at(fresh, "affine")]["source"] = AFFINE.replace("import numpy as np\n", "").replace(
        "x @ self.W", "dot(x, self.W)"
    )
    fresh["cells"].append(code("dot = np.dot"))
    fresh["cells"].append(code("import numpy as np"))
    fresh["cells"].reverse()

    result = graded(fresh)

    assert result.status == "passed", said(result)


def test_what_stands_below_the_cell_that_needs_it_is_found_and_said(graded: Grader) -> None:
    source = (
        SIGMOID.replace("import numpy as np\n", "")
        .replace("def sigmoid(x)", "def sigmoid(x, half=HALF)")
        .replace("0.5", "half")
    )

    result = graded(
        notebook(
            code("import numpy as np"),
            mine("sigmoid", source),
            code("HALF = make()\n"),
            code("def make():\n    return 0.5"),
        ),
        "sigmoid",
    )

    assert result.status == "passed"
    assert "make is defined below the cell that needs it; move its cell up" in said(result)


def test_a_cell_split_into_two(fresh: Document, graded: Grader) -> None:
    """As Jupyter does it: both halves keep the metadata."""
    index = at(fresh, "affine")
    head, tail = MEAN.replace("d.mean(", "add_rows(d, "), "def add_rows(d, axis):\n    return d.sum(axis=axis)"
    fresh["cells"][index]["source"] = head
    fresh["cells"].insert(index + 1, mine("affine", tail))

    result = graded(fresh)

    assert result.status == "passed" and "is defined in" not in said(result)


@pytest.mark.parametrize("marked", [True, False])
def test_methods_added_in_a_later_cell(fresh: Document, graded: Grader, marked: bool) -> None:
    head, _, tail = AFFINE.partition("    def backward")
    later = "def backward" + tail.replace("\n    ", "\n") + "\nAffine.backward = backward\n"
    index = at(fresh, "affine")
    fresh["cells"][index]["source"] = head
    fresh["cells"].insert(index + 1, mine("affine", later) if marked else code(later))

    assert graded(fresh).status == "passed"


def test_merged_cells(fresh: Document, graded: Grader) -> None:
    """As Jupyter does it: the first one's metadata stays."""
    fresh["cells"][at(fresh, "sigmoid")]["source"] = SIGMOID + "\n\n" + AFFINE
    del fresh["cells"][at(fresh, "affine")]

    assert [graded(fresh, id_).status for id_ in ("sigmoid", "affine")] == ["passed", "passed"]


@pytest.mark.parametrize("kind", ["markdown", "raw"])
@pytest.mark.parametrize("metadata", [{"gradkata": {"exercise": "affine"}}, {}])
def test_an_answer_in_a_text_cell_is_pointed_out(
    fresh: Document, graded: Grader, kind: str, metadata: dict[str, Any]
) -> None:
    index = at(fresh, "affine")
    fresh["cells"][index] = text(AFFINE, kind, **metadata)

    result = graded(fresh)

    assert result.status == "missing"
    assert f"my.ipynb, cell {index + 1} is a text cell and is not graded; turn it into a code cell" in said(result)
    assert "no longer" not in said(result)


def test_the_statements_own_code_is_no_answer_in_a_text_cell(graded: Grader) -> None:
    shown = text("## An idea\n\n```python\nclass Affine:\n    pass\n```\n")

    assert "text cell" not in said(graded(notebook(shown, code("import numpy as np"))))


def test_lost_metadata(fresh: Document, graded: Grader) -> None:
    fresh["cells"][at(fresh, "affine")]["source"] = AFFINE
    for cell in fresh["cells"]:
        cell["metadata"] = {}
    fresh["metadata"] = {}

    result = graded(fresh)

    assert (result.status, result.notes) == ("passed", ())


def test_what_a_stub_gives_is_no_answer_to_another_exercise(course: Course, graded: Grader) -> None:
    chosen = tuple(one for one in course.exercises if one.unit == "02_activations")
    document = read(unit_notebook(course, "02_activations", chosen, "en"))
    assert seems_to_define(document["cells"][at(document, "swish")]["source"], ["sigmoid"])
    untouched = graded(document, "sigmoid")
    for cell in document["cells"]:
        cell["metadata"] = {}
    bare = graded(document, "sigmoid")
    index = next(i for i, cell in enumerate(document["cells"]) if cell["source"].startswith("%grade sigmoid"))
    document["cells"].insert(index, code(SIGMOID))
    answered = graded(document, "sigmoid")
    swish = graded(notebook(code(reference_source(course, "swish"))), "swish")

    assert [one.status for one in (untouched, bare, answered, swish)] == [
        "not_started",
        "not_started",
        "passed",
        "passed",
    ]


def test_the_copy_that_jupyter_makes_does_not_hide_the_notebook(tmp_path: Path) -> None:
    assert grade("init", "demo", "--notebooks", "--unit", "05", cwd=tmp_path).returncode == 0
    path = tmp_path / "demo" / "05_backprop.ipynb"
    document = json.loads(path.read_text(encoding="utf-8"))
    for name, source in (("05_backprop-Copy1.ipynb", MEAN), ("05_backprop.ipynb", AFFINE)):
        document["cells"][at(document, "affine")]["source"] = source
        path.with_name(name).write_text(json.dumps(document), encoding="utf-8")

    result = grade("affine", cwd=tmp_path / "demo")

    assert result.returncode == 0 and "05_backprop.ipynb is graded; 05_backprop-Copy1.ipynb is not." in result.stdout


# --- what programs save ----------------------------------------------------------------------------------------


def colab(document: Document) -> Document:
    for number, cell in enumerate(document["cells"]):
        cell.pop("id", None)
        cell["metadata"] |= {"id": f"x{number}", "colab": {"base_uri": "https://localhost:8080/"}, "cellView": "form"}
        cell["source"] = cell["source"].splitlines(keepends=True)
    document["metadata"] = {
        "colab": {"provenance": [], "toc_visible": True, "accessory_data": [{"id": 1}]},
        "accelerator": "GPU",
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
    }
    return {**document, "nbformat_minor": 0}


def vscode(document: Document) -> Document:
    for cell in document["cells"]:
        cell["metadata"] |= {"vscode": {"languageId": "python" if cell["cell_type"] == "code" else "markdown"}}
    document["cells"].insert(2, code("console.log(1);", vscode={"languageId": "javascript"}))
    document["metadata"] |= {"language_info": {"name": "python", "version": "3.12.1"}, "orig_nbformat": 4}
    return document


@pytest.mark.parametrize("saved", [colab, vscode])
def test_what_colab_and_vs_code_save(fresh: Document, graded: Grader, saved: Callable[[Document], Document]) -> None:
    fresh["cells"][at(fresh, "affine")]["source"] = "#@title My layer\n" + AFFINE

    assert graded(saved(fresh)).status == "passed"


@pytest.mark.parametrize(
    "top",
    [
        "%%time",
        "%matplotlib inline",
        "!pip install \\\n  numpy",
        "?np.dot",
        "np.dot??",
        "files = !ls",
        "%%grade affine",
    ],
)
def test_magics_round_an_answer(graded: Grader, top: str) -> None:
    cells = [
        code("%%bash\nclass Affine: nothing"),
        code("%load_ext grader"),
        code(f"{top}\n{AFFINE}"),
        code("%grade affine"),
    ]

    result = graded(notebook(*cells))

    assert (result.status, result.notes) == ("passed", ())


def test_a_training_cell_never_runs(graded: Grader) -> None:
    loop = code("while True:\n    model = Affine(W, b)")

    assert graded(notebook(code(AFFINE), loop, code("raise SystemExit"))).status == "passed"


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel for the memory used")
def test_fifty_megabytes_of_outputs(tmp_path: Path) -> None:
    shown = {"output_type": "display_data", "metadata": {}, "data": {"image/png": "A" * (50 << 20)}}
    (tmp_path / "big.ipynb").write_text(json.dumps(notebook({**code("plot()"), "outputs": [shown]}, code(SIGMOID))))
    script = (
        "from pathlib import Path\nfrom grader.course.discover import load_course\nfrom grader.submission.load import load\n"
        f"course = load_course(Path({str(ROOT)!r}))\n"
        "answer = load(Path('big.ipynb'), course.exercises).answers['sigmoid']\n"
        # not ru_maxrss: before it ran this program the process was a copy of the one that tests
        "peak = next(line for line in open('/proc/self/status') if line.startswith('VmHWM:'))\n"
        "print(len(answer.text), peak.split()[1])"
    )

    measured = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    run = run_json("big.ipynb", cwd=tmp_path)

    length, kilobytes = map(int, measured.stdout.split())
    assert length < 1000 and kilobytes < 400_000
    assert [(one["id"], one["status"]) for one in run["exercises"]] == [("sigmoid", "passed")]


def test_more_than_the_limit_is_one_line(tmp_path: Path) -> None:
    shown = {"output_type": "stream", "name": "stdout", "text": "A" * (65 << 20)}
    (tmp_path / "big.ipynb").write_text(json.dumps(notebook({**code(SIGMOID), "outputs": [shown]})))

    result = grade("big.ipynb", cwd=tmp_path)

    assert result.returncode == 2 and "larger than 64 MiB" in result.stderr and result.stderr.count("\n") == 1


def test_a_notebook_cut_short_is_one_line(fresh: Document, tmp_path: Path) -> None:
    (tmp_path / "my.ipynb").write_text(json.dumps(fresh, indent=1)[:2000], encoding="utf-8")

    result = grade("my.ipynb", "--lang", "en", cwd=tmp_path)

    assert result.returncode == 2 and result.stderr.count("\n") == 1
    assert "my.ipynb is cut off: its end is missing; save the notebook again" in result.stderr


@pytest.mark.parametrize("version", [2, 3, 4, 5])
def test_every_format_version(graded: Grader, version: int) -> None:
    if version < 4:
        cell = {"cell_type": "code", "input": AFFINE.splitlines(keepends=True), "outputs": [], "language": "python"}
        document = {"nbformat": version, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": [cell]}]}
        if version == 2:
            cell["input"] = AFFINE
    else:
        document = notebook({**code(AFFINE), **({"id": "a"} if version == 5 else {})})
        document["nbformat_minor"] = 5 if version == 5 else 0

    assert graded(document).status == "passed"


# --- nbgrader and otter ----------------------------------------------------------------------------------------


def nbgrader(grade_id: str, solution: bool, is_test: bool = False) -> dict[str, Any]:
    return {
        "nbgrader": {
            "schema_version": 3, "grade_id": grade_id, "grade": is_test, "solution": solution, "locked": not solution,
            "task": False, "points": 1, "cell_type": "code", "checksum": "0" * 32,
        }
    }  # fmt: skip


@pytest.mark.parametrize("grade_id", ["affine", "affine-solution", "Affine_2"])
def test_a_notebook_made_for_nbgrader(graded: Grader, grade_id: str) -> None:
    solved = f"### BEGIN SOLUTION\n{AFFINE}\n### END SOLUTION"
    cells = [
        code(solved, **nbgrader(grade_id, solution=True)),
        code("class Affine:\n    def forward(self, x):\n        return x", **nbgrader("check", False, is_test=True)),
        code(f"{MEAN}\n# an experiment"),
        code("raise SystemExit\nassert Affine", **nbgrader("affine-test", False, is_test=True)),
    ]

    result = graded(notebook(*cells))

    assert (result.status, result.notes) == ("passed", ())


def test_what_an_nbgrader_test_defines_is_no_answer(graded: Grader) -> None:
    result = graded(notebook(code(AFFINE, **nbgrader("test", solution=False, is_test=True)), code("x = 1")))

    assert result.status == "missing"


def test_a_notebook_made_for_otter(graded: Grader) -> None:
    cells = [
        code('import otter\ngrader = otter.Notebook("lab1.ipynb")', deletable=False),
        text("# BEGIN QUESTION\nname: q1\npoints: 2", "raw"),
        code(AFFINE, tags=["otter_answer_cell"]),
        code('grader.check("q1")', deletable=False, editable=False),
        code("grader.check_all()\ngrader.export(pdf=False)"),
    ]

    result = graded(notebook(*cells))

    assert (result.status, result.notes) == ("passed", ())


# --- feedback --------------------------------------------------------------------------------------------------


def test_feedback_goes_into_a_copy_below_each_answer(tmp_path: Path) -> None:
    cells = [mine("sigmoid", SIGMOID), text("In between."), code(MEAN), code("Affine")]
    original = json.dumps(notebook(*cells), indent=1)
    (tmp_path / "my.ipynb").write_text(original)

    first = grade("my.ipynb", "--feedback", "out.ipynb", cwd=tmp_path)
    again = grade("out.ipynb", "--feedback", "twice.ipynb", "--lang", "ja", cwd=tmp_path)

    assert (first.returncode, again.returncode) == (1, 1), first.stderr + again.stderr
    assert (tmp_path / "my.ipynb").read_text() == original
    assert "score 15.25/17," in first.stdout and "得点 15.25/17、" in again.stdout
    for name, words in (("out.ipynb", "db is the mean over the batch"), ("twice.ipynb", "db がバッチの平均")):
        document = nbformat.read(tmp_path / name, as_version=4)  # type: ignore[no-untyped-call]
        nbformat.validate(document)
        marks = [cell.metadata.get("gradkata", {}).get("feedback", cell.cell_type) for cell in document.cells]
        assert marks == ["code", "sigmoid", "markdown", "code", "affine", "code"]
        assert words in document.cells[4].source and "9.25/11" in document.cells[4].source
        assert "Affine(" in document.cells[4].source  # the counterexample
        assert "✓" in document.cells[1].source and "6/6" in document.cells[1].source


def test_feedback_keeps_to_what_may_be_told(tmp_path: Path) -> None:
    from tests.course_maker import make_course

    root = make_course(tmp_path, canary="planted", disclosure="category")
    wrong = "def double(x):\n    print('``` <script>alert(1)</script>')\n    return x * 2 if len(x) == 3 else x * 3\n"
    (tmp_path / "my.ipynb").write_text(json.dumps(notebook(code(wrong))))

    result = grade("my.ipynb", "--course", root, "--feedback", "out.ipynb", cwd=tmp_path)

    feedback = read((tmp_path / "out.ipynb").read_text(encoding="utf-8"))["cells"][-1]["source"]
    assert result.returncode == 1 and "doubles more (hidden)" in feedback
    assert "planted" not in feedback and "expected" not in feedback
    assert "the values are wrong" in feedback or "keys" in feedback


def test_hostile_words_stay_words_in_feedback(tmp_path: Path) -> None:
    wrong = 'def sigmoid(x):\n    print("```\\n<script>alert(1)</script>")\n    raise ValueError("<img src=x> $x$ [a](b) ```")\n'
    (tmp_path / "my.ipynb").write_text(json.dumps(notebook(mine("sigmoid", wrong))))

    assert grade("my.ipynb", "--feedback", "out.ipynb", cwd=tmp_path).returncode == 1

    from markdown_it import MarkdownIt

    feedback = read((tmp_path / "out.ipynb").read_text(encoding="utf-8"))["cells"][1]["source"]
    html = MarkdownIt("commonmark", {"html": True}).render(feedback)
    assert "alert(1)" in html and "ValueError" in html
    assert "<script" not in html and "<img" not in html and "<a " not in html and "$x$" not in feedback


def test_feedback_never_overwrites_and_is_for_notebooks(tmp_path: Path) -> None:
    (tmp_path / "my.ipynb").write_text(json.dumps(notebook(code(SIGMOID))))
    before = (tmp_path / "my.ipynb").read_bytes()

    over = grade("my.ipynb", "--feedback", tmp_path / "my.ipynb", cwd=tmp_path)
    other = grade("affine", "--feedback", "out.ipynb", cwd=tmp_path)

    assert over.returncode == 2 and "overwrite the notebook itself" in over.stderr
    assert other.returncode == 2 and "--feedback is for notebooks" in other.stderr
    assert (tmp_path / "my.ipynb").read_bytes() == before


# --- reset -----------------------------------------------------------------------------------------------------


def test_reset_puts_the_stub_cell_back_and_keeps_the_notebook(tmp_path: Path) -> None:
    assert grade("init", "demo", "--notebooks", "--unit", "05", cwd=tmp_path).returncode == 0
    demo = tmp_path / "demo"
    path = demo / "05_backprop.ipynb"
    pristine = path.read_bytes()
    assert "cell 25 is the stub already" in grade("reset", "affine", cwd=demo).stdout
    document = json.loads(pristine)
    index = at(document, "affine")
    document["cells"][index]["source"] = AFFINE
    document["cells"].insert(index + 1, mine("affine", "more = 1"))
    document["cells"].append(code(MEAN))
    path.write_text(json.dumps(document), encoding="utf-8")
    begun = path.read_bytes()

    asked = grade("reset", "affine", cwd=demo)
    assert asked.returncode == 2 and "add --yes" in asked.stderr and path.read_bytes() == begun
    done = grade("reset", "affine", "--yes", cwd=demo)

    assert done.returncode == 0 and (demo / "05_backprop.ipynb.bak").read_bytes() == begun
    after = json.loads(path.read_text(encoding="utf-8"))
    assert after["cells"][:-1] == json.loads(pristine)["cells"]
    assert f"cell {len(after['cells'])} of 05_backprop.ipynb answers it too" in done.stdout
    assert "reload it from disk" in done.stdout


@pytest.mark.parametrize("gone", ["cell", "all three", "notebook"])
def test_reset_brings_back_what_was_deleted(tmp_path: Path, gone: str) -> None:
    assert grade("init", "demo", "--notebooks", "--unit", "05", cwd=tmp_path).returncode == 0
    path = tmp_path / "demo" / "05_backprop.ipynb"
    pristine = path.read_text(encoding="utf-8")
    document = json.loads(pristine)
    index = at(document, "affine")
    if gone == "notebook":
        path.unlink()
    else:
        document["cells"][index - (gone != "cell") : index + 1 + (gone != "cell")] = []
        path.write_text(json.dumps(document), encoding="utf-8")
        assert (
            json.loads(grade("affine", "--format", "json", cwd=path.parent).stdout)["exercises"][0]["status"]
            == "missing"
        )

    assert grade("reset", "affine", "--yes", cwd=path.parent).returncode == 0

    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    if gone != "all three":
        assert cells == json.loads(pristine)["cells"]
    assert [cell["id"] for cell in cells].count("affine-answer") == 1
    assert (
        json.loads(grade("affine", "--format", "json", cwd=path.parent).stdout)["exercises"][0]["status"]
        == "not_started"
    )


# --- whatever comes ----------------------------------------------------------------------------------------------

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda one: st.lists(one, max_size=3) | st.dictionaries(st.sampled_from(["gradkata", "nbgrader", "exercise", "solution", "grade_id", "source", "cell_type", "metadata", "cells"]), one, max_size=4), max_leaves=8
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_and_number_of_cells_can_be_graded(course: Course, sandbox: Sandbox, data: st.DataObject) -> None:
    affine = exercise(course, "affine")
    pool = [
        mine("affine", AFFINE), mine("affine", MEAN), code(AFFINE), code("%%bash\nls"), text("# A"), code("Affine.x = 1"),
        mine("sigmoid", SIGMOID), text(AFFINE, "raw"), code("class Affine(:"), code("np = 1"), code("def f(): return Affine"),
    ]  # fmt: skip
    cells = data.draw(st.lists(st.sampled_from(pool), max_size=12))
    document = json.dumps(notebook(*cells)).encode()

    answer = read_notebook(document, "my.ipynb", [affine]).answers["affine"]
    from grader.model import Submission

    result = grade_submission(course, (affine,), Submission("my.ipynb", {"affine": answer}), sandbox).exercises[0]

    assert result.status != "grader_error"
    if not any("class Affine" in str(cell["source"]) for cell in cells if cell["cell_type"] == "code"):
        assert result.score == 0


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(junk, max_size=4), metadata=junk)
def test_no_damage_makes_reading_or_writing_raise_anything_else(course: Course, cells: Any, metadata: Any) -> None:
    affine = exercise(course, "affine")
    for document in (
        {"nbformat": 4, "cells": cells, "metadata": metadata},
        {"nbformat": 3, "worksheets": metadata, "cells": cells},
        metadata,
    ):
        data = json.dumps(document).encode()
        try:
            answer = read_notebook(data, "a.ipynb", [affine]).answers["affine"]
            assert with_feedback(data, "a.ipynb", [affine], {"affine": "said"}).count("affine-feedback") <= 1
            with_stub(data, "a.ipynb", affine, "en")
            answer.text.encode()
        except SubmissionError as error:
            assert "a.ipynb is not a notebook" in error.text.en


def test_what_another_exercise_is_given_is_no_answer(tmp_path: Path) -> None:
    assert grade("init", "mine", "--notebooks", cwd=tmp_path).returncode == 0
    mine = tmp_path / "mine"

    for words in (["sigmoid"], ["02_activations"], ["--submission", "11_gated_rnn.ipynb", "sigmoid"]):
        statuses = {one["id"]: one["status"] for one in run_json(*words, cwd=mine)["exercises"]}
        assert statuses["sigmoid"] in ("not_started", "missing"), words
    for one in load_course(ROOT).exercises:
        answer = load(mine, (one,)).answer(one.id)
        assert answer is not None
        if not is_untouched(answer, one):  # it asks for what several cells give a part of: the worker finds out
            assert run_json(one.id, cwd=mine)["exercises"][0]["status"] == "not_started", one.id


def test_reset_does_not_take_another_exercises_cell_for_an_answer(tmp_path: Path) -> None:
    assert grade("init", "mine", "--notebooks", "--unit", "01", cwd=tmp_path).returncode == 0

    said = grade("reset", "logic_gates", "--yes", cwd=tmp_path / "mine").stdout

    assert "is the stub already" in said and "delete it" not in said
