"""Pictures of real answers, good and bad, by the real command: they show what is there, and never take the report with them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grader.checks.materials import load_sketches
from grader.checks.oracle import Oracle
from grader.cli.common import FAILED
from grader.course.discover import load_course
from grader.judge.sketches import Picture, pictures, pictures_of_run
from grader.model import Course, Submission, file_answer
from grader.pipeline import grade
from grader.sandbox.host import Sandbox
from grader.verify import verify
from reports.progress import progress_html
from tests.conftest import ROOT, exercise, grade_sources, reference_source
from tests.course_maker import make_course

ONE_MEGABYTE = 1_000_000


def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "grader", *words, "--lang", "en", "--course", str(ROOT)],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


def drawn(course: Course, sandbox: Sandbox, id_: str, source: str) -> tuple[Picture, ...]:
    one = exercise(course, id_)
    return pictures(one, file_answer(f"{id_}.py", source), Oracle(course, one, 0), sandbox)


BAD = {
    "sigmoid": "import numpy as np\n\n\ndef sigmoid(x):\n    return np.where(np.asarray(x) > 3, np.nan, 1 / (1 + np.exp(-x)))\n",
    "relu": "import numpy as np\n\n\ndef relu(x):\n    return np.maximum(x, 0)[:3]\n",
    "tanh": "def tanh(x):\n    while True:\n        pass\n",
    "softplus_gelu": "def softplus(x):\n    raise ValueError('<b>bold</b>')\n\n\ndef gelu(x):\n    return [object()] * len(x)\n",
}


def test_bad_answers_are_reported_with_what_can_be_drawn(tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    answers.mkdir()
    for id_, source in BAD.items():
        (answers / f"{id_}.py").write_text(source, encoding="utf-8")

    result = command(tmp_path, *BAD, "--submission", str(answers), "--report", str(tmp_path / "report.html"))

    assert result.returncode == FAILED, result.stderr
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Your sigmoid is no finite number for x &gt; 3." in page
    assert "Nothing can be drawn of your answer: shape (3,), expected 61 numbers." in page
    assert "Nothing can be drawn of your answer: it did not finish within the time limit." in page
    assert "it stopped with ValueError: &lt;b&gt;bold&lt;/b&gt;" in page and "<b>bold</b>" not in page
    assert "expected an array of shape (121,)" in page


def test_samples_are_drawn_the_same_twice(tmp_path: Path) -> None:
    pages = []
    for name in ("one", "two"):
        command(tmp_path, "sigmoid", "affine", "adam", "--submission", str(ROOT / "samples" / "partly_wrong"),
                "--report", str(tmp_path / f"{name}.html"))  # fmt: skip
        pages.append((tmp_path / f"{name}.html").read_bytes())

    assert pages[0] == pages[1]
    assert b'class="plot"' in pages[0] and b'class="heat"' in pages[0]


def test_grading_without_a_report_imports_nothing_of_this(tmp_path: Path) -> None:
    shutil.copy(ROOT / "samples" / "right" / "affine.py", tmp_path)
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "grader", "affine", "--submission", "affine.py", "--course", str(ROOT)],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip

    assert result.returncode == 0, result.stdout
    assert "grader.checks.lab" in result.stderr  # the list is there
    assert not [
        name
        for name in ("grader.judge.sketches", "reports.pictures", "reports.plot", "jinja2")
        if name in result.stderr
    ]


def test_the_whole_curriculum_with_all_its_pictures_stays_below_a_megabyte(course: Course, sandbox: Sandbox) -> None:
    answers = {one.id: file_answer(f"{one.id}.py", reference_source(course, one.id)) for one in course.exercises}
    result = grade(course, course.exercises, Submission("reference", answers), sandbox)
    found = pictures_of_run(course, result, sandbox)

    assert sum(len(some) for some in found.values()) >= 40
    for id_, some in found.items():
        for picture in some:
            assert picture.kind != "heat" and not picture.problem, id_
            for series in picture.series:
                assert series.got and not any(series.wrong) and not series.problem, (id_, series.name)
    for page in (progress_html(result, course, "en", found), progress_html(result, course, "ja", found)):
        assert len(page.encode()) < ONE_MEGABYTE


@pytest.mark.parametrize(
    "returned",
    [
        "None", "x[:3]", "x.reshape(11, 11)", "1.0", "'words'", "{}", "{'a': x}", "[[1], [1, 2]]", "lambda: 1", "iter(x)", "object()",
        "x.astype(object)", "x.astype(str)", "x * 1j", "x.astype(np.float16)", "x > 0", "x.astype(int)", "np.full(121, 1e308) * np.sign(x)",
        "np.full(121, np.inf)", "np.full(121, np.nan)", "list(x)", "np.zeros((121, 0))", "np.array(['2020'] * 121, dtype='M8[Y]')",
        "1 / 0", "__import__('os')._exit(3)", "print('x' * 10**8)", "[None] * 121", "np.ma.masked_array(x, x > 0)",
    ],
)  # fmt: skip
def test_whatever_an_answer_returns_a_report_comes_out(course: Course, sandbox: Sandbox, returned: str) -> None:
    source = f"import numpy as np\n\n\ndef sigmoid(x):\n    return {returned}\n"
    result = grade_sources(course, sandbox, {"sigmoid": source})
    found = pictures_of_run(course, result, sandbox)

    assert len(found["sigmoid"]) == 1
    assert "could not be drawn" not in found["sigmoid"][0].problem.en  # nothing of ours broke
    page = progress_html(result, course, "en", found)
    assert "Your " in page or "Nothing can be drawn" in page


def test_an_answer_that_changes_its_input_spoils_no_other_curve(course: Course, sandbox: Sandbox) -> None:
    source = "import numpy as np\n\n\ndef leaky_relu(x, alpha=0.01):\n    x[x < 0] *= alpha\n    return x\n"
    [picture] = drawn(course, sandbox, "leaky_relu", source)

    assert [any(series.wrong) for series in picture.series] == [False, False]


def test_a_wrong_gradient_is_shown_where_it_is_wrong(course: Course, sandbox: Sandbox) -> None:
    source = reference_source(course, "affine").replace("self.dW = x.T @ rows", "self.dW = 4 * x.T @ rows")
    found = drawn(course, sandbox, "affine", source)

    maps = [picture for picture in found if picture.kind == "heat"]
    assert maps[0].check == "backward"
    [dw] = maps[0].heats
    assert (dw.name, dw.factor, dw.differ > 0) == ("dW", 4.0, True)
    assert drawn(course, sandbox, "affine", reference_source(course, "affine")) == ()


def test_a_hidden_gradient_check_of_a_course_shows_no_map(course: Course, sandbox: Sandbox) -> None:
    source = reference_source(course, "affine").replace("self.dW = x.T @ rows", "self.dW = 4 * x.T @ rows")
    one = exercise(course, "affine")
    hidden = {check.id for check in Oracle(course, one, 0).checks if check.hidden}

    told = drawn(course, sandbox, "affine", source)
    silent = drawn(course._replace(disclosure="category"), sandbox, "affine", source)
    assert {picture.check for picture in told} & hidden  # there is one that could be shown
    assert silent and not {picture.check for picture in silent} & hidden


def test_an_answer_that_does_not_load_has_no_pictures(course: Course, sandbox: Sandbox) -> None:
    assert drawn(course, sandbox, "sigmoid", "def sigmoid(x:\n") == ()
    assert drawn(course, sandbox, "sigmoid", "def sigmoid(x=1 / 0): return x\n") == ()


PICTURE = """

from grader.authoring import picture


@picture(en="double", ja="{ja}")
def curve(lab, draw):
    return {returned}
"""


@pytest.mark.parametrize(
    ("returned", "ja", "complaint"),
    [
        ('{"x": [1.0, 2.0], "double": [lab.double(1.0), lab.double(2.0)]}', "2 倍", ""),
        ('{"double": [lab.double(1.0), lab.double(2.0)]}', "", "in English and in Japanese"),
        ('{"double": [lab.double(1.0), float("inf")]}', "2 倍", "finite"),
        ('{"x": [1.0, 2.0], "double": [1.0, 2.0, 3.0]}', "2 倍", "as many as x has"),
        ('{"x": [2.0, 1.0], "double": [1.0, 2.0]}', "2 倍", "x must rise"),
        ('{"x": [1.0, 2.0]}', "2 倍", "no dict of curves"),
        ("lab.double(1.0)", "2 倍", "no dict of curves"),
        ("1 / 0", "2 倍", "ZeroDivisionError"),
        ('{"double": []}', "2 倍", "2 to 400"),
    ],
)
def test_verify_draws_every_picture(tmp_path: Path, sandbox: Sandbox, returned: str, ja: str, complaint: str) -> None:
    root = make_course(tmp_path)
    checks = root / "exercises" / "01_first" / "double" / "checks.py"
    checks.write_text(checks.read_text(encoding="utf-8") + PICTURE.format(returned=returned, ja=ja), encoding="utf-8")
    small = load_course(root)

    findings = [one.text.en for one in verify(small, small.exercises[0], sandbox).findings if one.path == checks]

    assert len(findings) == (1 if complaint else 0)
    assert complaint in "".join(findings)


def test_a_picture_at_fault_is_said_and_the_report_stands(tmp_path: Path, sandbox: Sandbox) -> None:
    root = make_course(tmp_path)
    checks = root / "exercises" / "01_first" / "double" / "checks.py"
    checks.write_text(
        checks.read_text(encoding="utf-8") + PICTURE.format(returned="1 / 0", ja="2 倍"), encoding="utf-8"
    )
    small = load_course(root)
    result = grade_sources(small, sandbox, {"double": "def double(x):\n    return 2 * x\n"})

    found = pictures_of_run(small, result, sandbox)

    assert result.score == result.max_score
    assert "this is not your fault" in progress_html(result, small, "en", found)


def test_activations_losses_optimisers_and_trainings_have_pictures(course: Course) -> None:
    kinds = {one.id: {sketch.kind for sketch in load_sketches(one)} for one in course.exercises}

    assert all(kinds[one.id] == {"curve"} for one in course.exercises if one.unit == "02_activations")
    assert all(kinds[id_] == {"losses"} for id_ in ("sgd", "momentum", "adam", "train_epochs", "logistic_regression"))
    assert all(kinds[id_] == {"curve"} for id_ in ("cross_entropy_error", "binary_cross_entropy", "squared_errors"))
