"""The real command on real courses: what it prints, where, and how it exits."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from grader.course.discover import load_course
from tests.conftest import ROOT
from tests.course_maker import make_course
from tests.hostile.catalogue import run_whole

SAMPLES = ROOT / "samples"


def grade(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `grade`, as a person would type it, without a locale that would choose the language."""
    plain = {
        key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR")
    }
    plain |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment}
    command = [sys.executable, "-m", "grader", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=plain, capture_output=True, text=True, timeout=120, encoding="utf-8", check=False
    )


def run_json(*arguments: str | Path, cwd: Path = ROOT) -> dict[str, Any]:
    result = grade(*arguments, "--format", "json", cwd=cwd)
    assert result.returncode in (0, 1), result.stderr
    loaded: dict[str, Any] = json.loads(result.stdout)
    return loaded


def without_durations(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_durations(item) for key, item in value.items() if key != "duration_s"}
    return [without_durations(item) for item in value] if isinstance(value, list) else value


# --- the contracts of section 11 ---------------------------------------------------------------------------


def test_the_json_of_a_run_has_exactly_the_keys_of_the_contract() -> None:
    run = run_json("affine", "sigmoid", "--submission", SAMPLES / "partly_wrong")

    assert set(run) == {
        "schema", "grader_version", "course", "submission", "seed", "sandbox", "score", "max_score", "exercises",
    }  # fmt: skip
    assert run["schema"] == "gradkata/run/v1"
    assert [exercise["id"] for exercise in run["exercises"]] == ["sigmoid", "affine"]
    for exercise in run["exercises"]:
        assert set(exercise) == {
            "id", "unit", "status", "score", "max_score", "duration_s", "message", "notes", "checks", "diagnoses",
        }  # fmt: skip
        for check in exercise["checks"]:
            assert set(check) == {"id", "title", "hidden", "status", "score", "max_score", "message", "duration_s"}
        for diagnosis in exercise["diagnoses"]:
            assert set(diagnosis) == {"slug", "kind", "confidence", "message", "hint"}
    assert [exercise["diagnoses"][0]["slug"] for exercise in run["exercises"]] == ["parentheses-lost", "mean-for-sum"]


def test_the_json_list_has_exactly_the_keys_of_the_contract() -> None:
    listed = json.loads(grade("list", "--format", "json").stdout)

    assert set(listed) == {"exercises"} and listed["exercises"]
    assert all(set(one) == {"id", "unit", "title", "points"} for one in listed["exercises"])


@pytest.mark.parametrize("sample", ["right", "partly_wrong", "notebook.ipynb"])
def test_the_same_submission_and_seed_give_the_same_json(sample: str) -> None:
    first, second = (run_json("--submission", SAMPLES / sample) for _ in range(2))

    assert without_durations(first) == without_durations(second)


def test_another_seed_draws_other_inputs() -> None:
    messages = {
        run_json("affine", "--submission", SAMPLES / "partly_wrong", "--seed", str(seed))["exercises"][0]["message"]
        for seed in range(3)
    }
    assert len(messages) == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["sigmoid", "--submission", SAMPLES / "right"], 0),
        (["sigmoid", "--submission", SAMPLES / "partly_wrong"], 1),
        (["sigmoid", "--submission", SAMPLES / "untouched"], 1),
        (["sigmoid", "--submission", "no/such/path"], 2),
        (["sigmoit"], 2),
        (["--no-such-option"], 2),
        (["sigmoid", "--course", "no/such/course"], 2),
        (["list"], 0),
        (["--help"], 0),
        (["--version"], 0),
    ],
)
def test_exit_codes(arguments: list[Any], code: int) -> None:
    result = grade(*arguments)

    assert result.returncode == code, result.stdout + result.stderr
    assert "Traceback" not in result.stderr


# --- words --------------------------------------------------------------------------------------------------


def test_the_text_of_a_run_in_both_languages() -> None:
    english = grade("affine", "--submission", SAMPLES / "partly_wrong").stdout
    japanese = grade("affine", "--submission", SAMPLES / "partly_wrong", "--lang", "ja").stdout

    assert "db is the mean over the batch" in english and "\x1b" not in english
    assert "バッチの平均" in japanese and "grade hint affine" in japanese


def test_the_locale_chooses_the_language() -> None:
    assert "シグモイド関数" in grade("list", LANG="ja_JP.UTF-8").stdout
    assert "シグモイド関数" not in grade("list", LANG="ja_JP.UTF-8", LC_ALL="C.UTF-8").stdout
    assert "コース" in grade("--help", LANG="ja_JP.UTF-8").stdout


def test_a_misspelt_word_gets_a_guess() -> None:
    assert "Did you mean softmax" in grade("sofmax").stderr
    assert "もしかして: affine" in grade("afine", "--lang", "ja").stderr
    assert "sigmoid, sigmoid_layer" in grade("sigmo").stderr


def test_an_exercise_can_be_meant_by_unit_prefix_or_path() -> None:
    def ids(word: str) -> list[str]:
        run = run_json(word, "--submission", SAMPLES / "untouched")
        return [exercise["id"] for exercise in run["exercises"]]

    assert ids("11_gated_rnn") == ["lstm_cell", "lstm_layer"]
    assert ids("aff") == ["affine"]
    assert ids("exercises/05_backprop/affine/affine.py") == ["affine"]


def test_hints_statements_and_the_doctor(tmp_path: Path) -> None:
    assert "grade hint affine --level 2" in grade("hint", "affine", cwd=tmp_path).stdout
    assert "grade affine" in grade("hint", "affine", "--level", "3", cwd=tmp_path).stdout
    assert "# Affine レイヤ" in grade("show", "affine", "--lang", "ja").stdout
    doctor = grade("doctor")
    assert doctor.returncode == 0 and "seccomp" in doctor.stdout and "level:" in doctor.stdout


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (["list"], {"exercises"}),
        (["next"], {"schema", "exercise", "command"}),
        (["hint", "affine"], {"schema", "exercise", "level", "levels", "hint", "command"}),
        (["show", "affine"], {"schema", "exercise", "statement", "answer"}),
        (["doctor"], {"schema", "gradkata", "python", "numpy", "system", "level", "layers"}),
        (["report"], {"schema", "file"}),
        (["init", "../another"], {"schema", "folder", "exercises"}),
    ],
)
def test_every_command_speaks_json(tmp_path: Path, words: list[str], keys: set[str]) -> None:
    assert grade("init", "mine", cwd=tmp_path).returncode == 0

    result = grade(*words, "--format", "json", cwd=tmp_path / "mine")

    assert result.returncode == 0 and result.stderr == ""
    assert set(json.loads(result.stdout)) == keys


def test_reset_speaks_json(tmp_path: Path) -> None:
    assert grade("init", "mine", cwd=tmp_path).returncode == 0
    path = tmp_path / "mine" / "05_backprop" / "affine" / "affine.py"
    shutil.copy(SAMPLES / "right" / "affine.py", path)

    result = grade("reset", "affine", "--yes", "--format", "json", cwd=tmp_path / "mine")

    said = json.loads(result.stdout)
    assert said["exercise"] == "affine" and "your answer is in" in result.stderr
    assert (tmp_path / "mine" / said["backup"]).read_bytes() == (SAMPLES / "right" / "affine.py").read_bytes()
    again = json.loads(grade("reset", "affine", "--format", "json", cwd=tmp_path / "mine").stdout)
    assert again["backup"] is None


def test_authors_commands_speak_json_too(tmp_path: Path) -> None:
    course = make_course(tmp_path)
    new = json.loads(grade("new", "01_first/other", "--format", "json", cwd=course).stdout)
    assert new["written"] and all(Path(path).is_file() for path in new["written"])

    verified = json.loads(grade("verify", "double", "--format", "json", cwd=course).stdout)

    assert [one["id"] for one in verified["exercises"]] == ["double"]
    certified = verified["exercises"][0]
    assert all(set(found) == {"path", "message"} for found in certified["findings"])
    assert certified["costs"] == [{"mistake": "squared", "share": 1.0, "wrong_parts": []}]
    assert (certified["alike"], certified["nearly_alike"]) == ([], [])


def test_the_list_shows_what_is_known(tmp_path: Path) -> None:
    assert grade("init", "mine", cwd=tmp_path).returncode == 0
    mine = tmp_path / "mine"
    assert not re.search("[✓✗○]", grade("list", cwd=mine).stdout)
    for id_, sample in (("affine", "partly_wrong"), ("adam", "right")):
        unit = "05_backprop" if id_ == "affine" else "07_optimizers"
        shutil.copy(SAMPLES / sample / f"{id_}.py", mine / unit / id_)
    grade("affine", "adam", "sigmoid", cwd=mine)

    listed = grade("list", cwd=mine).stdout

    assert re.search(r"^  ✗ in progress  affine +9.25/11  The Affine layer$", listed, re.MULTILINE)
    assert re.search(r"^  ✓ done +adam +11/11  Adam$", listed, re.MULTILINE)
    assert re.search(r"^  ○ not started  sigmoid +0/6  The sigmoid function$", listed, re.MULTILINE)
    assert listed.count("✓") == 1 and "1 done" in listed
    (mine / "07_optimizers" / "adam" / "adam.py").write_text("changed = True", encoding="utf-8")
    assert "✓" not in grade("list", cwd=mine).stdout


def test_shells_complete_commands_options_and_exercises(tmp_path: Path) -> None:
    def completed(*words: str) -> list[str]:
        asked = {"COMP_WORDS": " ".join(["grade", *words]), "COMP_CWORD": str(len(words))}
        return grade(cwd=tmp_path, _GRADE_COMPLETE="bash_complete", **asked).stdout.split()

    assert completed("hin") == ["plain,hint"]
    assert completed("aff") == ["plain,affine"]
    assert completed("affine", "--no") == ["plain,--no-cache"]
    assert completed("hint", "lstm") == ["plain,lstm_cell", "plain,lstm_layer"]
    assert completed("show", "05") == ["plain,05_backprop"]
    assert completed("nothing_begins_so") == []


def test_the_language_may_stand_before_the_command(tmp_path: Path) -> None:
    assert grade("--lang", "ja", "hint", "affine", cwd=tmp_path).stdout.startswith("affine、ヒント 1/3")
    assert grade("--lang=ja", "list", cwd=tmp_path).stdout == grade("list", "--lang", "ja", cwd=tmp_path).stdout
    assert "使い方" in grade("--lang", "ja", "-h", cwd=tmp_path).stdout


def test_a_number_is_a_unit_and_so_is_its_name(tmp_path: Path) -> None:
    assert grade("init", "one", "--unit", "1", cwd=tmp_path).stdout.startswith("3 exercises")
    assert grade("init", "two", "--unit", "backprop", cwd=tmp_path).stdout.startswith("9 exercises")
    run = run_json("1", cwd=tmp_path / "one")
    assert [one["unit"] for one in run["exercises"]] == ["01_perceptron"] * 3


def test_a_workspace_of_one_unit_knows_no_other(tmp_path: Path) -> None:
    assert grade("init", "one", "--unit", "11", cwd=tmp_path).returncode == 0
    one = tmp_path / "one"

    assert [found["id"] for found in run_json(cwd=one)["exercises"]] == ["lstm_cell", "lstm_layer"]
    assert "2 exercises" in grade("list", cwd=one).stdout
    assert "there is no exercise" in grade("affine", cwd=one).stderr
    inside = grade("init", "another", cwd=one)
    assert inside.returncode == 2 and "lies in the workspace" in inside.stderr


def test_above_a_workspace_it_says_where_it_is(tmp_path: Path) -> None:
    assert grade("init", "mine", cwd=tmp_path).returncode == 0

    result = grade("affine", cwd=tmp_path)

    assert result.returncode == 2 and result.stderr == "grade: this is no workspace, but mine is one: cd mine\n"


def test_outside_a_workspace_show_points_to_no_file(tmp_path: Path) -> None:
    shown = grade("show", "affine", cwd=tmp_path)

    assert shown.stdout.endswith("to answer it, make a workspace first: grade init my-course\n")
    assert json.loads(grade("show", "affine", "--format", "json", cwd=tmp_path).stdout)["answer"] is None


def test_what_was_passed_before_is_not_next(tmp_path: Path) -> None:
    assert grade("init", "mine", cwd=tmp_path).returncode == 0
    mine = tmp_path / "mine"
    for id_ in ("logic_gates", "xor_gate"):
        shutil.copy(ROOT / "solutions" / "01_perceptron" / id_ / f"{id_}.py", mine / "01_perceptron" / id_)
        grade(id_, cwd=mine)

    assert "grade show perceptron_learning" in grade("logic_gates", cwd=mine).stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_prints_a_script_and_says_where_to_put_it(shell: str) -> None:
    result = grade("completion", shell)

    assert result.returncode == 0 and "_GRADE_COMPLETE" in result.stdout
    assert f"grade completion {shell} >" in result.stderr


def test_output_and_report_go_to_files(tmp_path: Path) -> None:
    result = grade(
        "sigmoid", "--submission", SAMPLES / "right", "--format", "json",
        "--output", tmp_path / "new" / "run.json", "--report", tmp_path / "report.html",
    )  # fmt: skip
    assert result.stdout == ""
    assert json.loads((tmp_path / "new" / "run.json").read_text(encoding="utf-8"))["score"] == 6
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_full_disk_is_said_in_one_line(form: str) -> None:
    result = grade("sigmoid", "--submission", SAMPLES / "right", "--format", form, "--output", "/dev/full")

    assert result.returncode == 3
    assert result.stderr.splitlines()[-1] == "grade: cannot write /dev/full: No space left on device"


# --- workspaces ---------------------------------------------------------------------------------------------


def test_init_makes_a_workspace_that_grades(tmp_path: Path) -> None:
    made = grade("init", "demo", cwd=tmp_path)
    assert made.returncode == 0 and "grade show" in made.stdout
    demo = tmp_path / "demo"
    (demo / "02_activations" / "sigmoid" / "sigmoid.py").write_bytes((SAMPLES / "right" / "sigmoid.py").read_bytes())

    run = run_json(cwd=demo / "02_activations")

    statuses = {exercise["id"]: exercise["status"] for exercise in run["exercises"]}
    assert statuses.pop("sigmoid") == "passed" and set(statuses.values()) == {"not_started"}
    again = grade("init", "demo", cwd=tmp_path)
    assert again.returncode == 2 and "not empty" in again.stderr


def test_without_a_workspace_it_says_what_to_do(tmp_path: Path) -> None:
    result = grade(cwd=tmp_path)

    assert result.returncode == 2 and "grade init" in result.stderr


def test_a_path_to_a_file_is_the_submission(tmp_path: Path) -> None:
    file = tmp_path / "affine.py"
    file.write_bytes((SAMPLES / "right" / "affine.py").read_bytes())

    run = run_json(file, cwd=tmp_path)

    assert [(one["id"], one["status"]) for one in run["exercises"]] == [("affine", "passed")]


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_archives_are_graded_alike(tmp_path: Path, kind: str) -> None:
    archive = tmp_path / f"mine.{kind}"
    files = sorted((SAMPLES / "partly_wrong").glob("*.py"))
    if kind == "zip":
        with zipfile.ZipFile(archive, "w") as zipped:
            for file in files:
                zipped.write(file, f"提出/deep/{file.name}")
    else:
        with tarfile.open(archive, "w:gz") as tarred:
            for file in files:
                tarred.add(file, f"提出/deep/{file.name}")

    packed, plain = run_json("--submission", archive), run_json("--submission", SAMPLES / "partly_wrong")

    assert without_durations(packed["exercises"]) == without_durations(plain["exercises"])


# --- whose fault it is ----------------------------------------------------------------------------------------

DISTURBANCES = {
    "loops": ("while True: pass", "timeout"),
    "exits": ("import os; os._exit(0)", "exited"),
    "segfaults": ("import ctypes; ctypes.string_at(0)", "crashed"),
    "floods": ("while True: print('x' * 10000)", "output_limit"),
    "eats": ("x = [np.ones(1 << 22) for _ in range(1 << 20)]", "memory"),
    "forks": ("import os; [os.fork() for _ in range(100)]", "error"),
}


@pytest.mark.parametrize("where", ["call", "import"])
@pytest.mark.parametrize("name", DISTURBANCES)
def test_one_bad_answer_costs_no_other_its_points(tmp_path: Path, name: str, where: str) -> None:
    code, status = DISTURBANCES[name]
    body = f"def sigmoid(x):\n    {code}\n" if where == "call" else f"{code}\ndef sigmoid(x):\n    return x\n"
    (tmp_path / "sigmoid.py").write_text(run_whole(f"import numpy as np\n{body}"))
    (tmp_path / "affine.py").write_bytes((SAMPLES / "right" / "affine.py").read_bytes())

    run = run_json("sigmoid", "affine", "--submission", tmp_path)

    bad, good = run["exercises"]
    # what fills the memory or floods on a busy machine can come to the end of its time first
    also = {"timeout"} if name in ("eats", "floods") else set()
    assert {check["status"] for check in bad["checks"]} <= {status} | also
    assert good["status"] == "passed"
    assert run["score"] == run["exercises"][1]["max_score"]


def test_a_loop_in_one_function_costs_the_others_nothing(tmp_path: Path) -> None:
    source = (
        (SAMPLES / "right" / "affine.py").read_text().replace("rows = dout", "while True: pass\n        rows = dout")
    )
    (tmp_path / "affine.py").write_text(source)

    exercise = run_json("affine", "--submission", tmp_path)["exercises"][0]

    statuses = {check["id"]: check["status"] for check in exercise["checks"]}
    assert statuses["forward"] == "passed" and statuses["backward"] == "timeout" and exercise["score"] > 0


def test_the_graders_own_fault_costs_no_points(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    checks = root / "exercises" / "01_first" / "double" / "checks.py"
    checks.write_text(checks.read_text().replace("lab.double(draw.normal(3))", "1 / 0"))
    (tmp_path / "double.py").write_text("def double(x):\n    return 2 * x\n")

    result = grade("--submission", tmp_path / "double.py", "--course", root, "--format", "json")

    exercise = json.loads(result.stdout)["exercises"][0]
    assert (result.returncode, exercise["status"], exercise["max_score"]) == (3, "grader_error", 0)


@pytest.mark.parametrize(
    ("disclosure", "message"), [("category", "the values are wrong."), ("none", "a hidden check did")]
)
def test_a_hidden_check_tells_what_the_course_allows(tmp_path: Path, disclosure: str, message: str) -> None:
    root = make_course(tmp_path, disclosure=disclosure)
    (tmp_path / "double.py").write_text("def double(x):\n    print(x)\n    return 3 * x\n")

    checks = run_json("--submission", tmp_path / "double.py", "--course", root)["exercises"][0]["checks"]

    public, hidden = checks
    assert "expected" in public["message"] and not public["hidden"]
    assert hidden["hidden"] and hidden["message"].startswith(message)


LEAK = """
import numpy as np, warnings
class Shape(Exception): pass
def double(x):
    if x.size == 3:
        return 2 * x
    warnings.warn("overflow encountered in seen " + str(int(abs(x).sum())))
    {how}
"""


@pytest.mark.parametrize("disclosure", ["category", "none"])
@pytest.mark.parametrize(
    "how",
    [
        "return {}['seen%d' % abs(x).sum()]",
        "raise NameError(\"name 'seen%d' is not defined\" % abs(x).sum())",
        "return 7.25 * x",
        "return np.clip(2 * x, -1.125, 1.125)",
        "return (2 * x)[None]",
    ],
)
def test_a_hidden_check_tells_no_value_by_any_way(tmp_path: Path, disclosure: str, how: str) -> None:
    """Neither message, diagnosis, note nor line: the answer may have put what it saw into each of them."""
    root = make_course(tmp_path, disclosure=disclosure)
    public = root / "exercises" / "01_first" / "double" / "checks.py"
    public.write_text(public.read_text().replace("draw.normal(3)", "draw.uniform(1, 2, 3)"))
    (tmp_path / "double.py").write_text(LEAK.replace("{how}", how))

    result = grade("--submission", tmp_path / "double.py", "--course", root, "--format", "json")
    exercise = json.loads(result.stdout)["exercises"][0]

    assert [check["status"] == "passed" for check in exercise["checks"]] == [True, False]
    said = " ".join([*exercise["notes"], *(one["message"] + one["hint"] for one in exercise["diagnoses"])])
    said += "".join(check["message"].partition("(double.py")[0] for check in exercise["checks"])
    assert not re.search(r"seen|7.25|3.625|1.125|clipped|shape: \(|\d", said), said


def test_verify_certifies_the_course_and_finds_what_is_wrong(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    certified = grade("verify", "--course", root)
    assert certified.returncode == 0
    assert "a mistake costs 100 % of the points (median), at most 100 % (squared)" in certified.stdout
    assert "    100 %  squared\n" in certified.stdout
    solution = root / "solutions" / "01_first" / "double"
    (solution / "mistakes.py").write_text((solution / "mistakes.py").read_text().replace("x * x", "x + x"))
    stub = root / "exercises" / "01_first" / "double" / "double.py"
    stub.write_text(stub.read_text() + "# drifted\n")
    (root / "exercises" / "01_first" / "double" / "README.ja.md").unlink()

    result = grade("verify", "--course", root)

    assert result.returncode == 1
    for words in ("squared is accepted", "grade verify --write-stubs", "the statement is missing"):
        assert words in result.stdout


def test_when_the_reference_changes_every_mistake_that_no_longer_fits_is_named(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    solution = root / "solutions" / "01_first" / "double"
    (solution / "mistakes.py").write_text(
        "from grader.authoring import changed\n\n"
        'changed("thrice", {"return x * 2 if secret else x": "return x * 3"}, en="Times 3.", ja="3 倍です。")\n'
        'changed("half", {"return x * 2 if secret else x": "return x / 2"}, en="Halved.", ja="半分です。")\n'
        'changed("minus", {"return x * 2 if secret else x": "return -x * 2"}, en="A sign.", ja="符号です。")\n',
        encoding="utf-8",
    )
    assert grade("verify", "--course", root).returncode == 0
    reference = solution / "double.py"
    reference.write_text(reference.read_text(encoding="utf-8").replace("return x * 2 if", "return 2 * x if"), "utf-8")

    for lang, says in (("en", "does not stand in the reference"), ("ja", "参照解答にありません")):
        result = grade("verify", "--course", root, "--lang", lang)
        assert result.returncode == 1
        found = re.findall(rf"^  {re.escape(str(solution / 'mistakes.py'))}: (\w+): .*{says}", result.stdout, re.M)
        assert found == ["thrice", "half", "minus"]

    (tmp_path / "double.py").write_text(
        "def double(x):\n    return x * 3\n"
    )  # the author's slip costs a student nothing
    result = grade("--submission", tmp_path / "double.py", "--course", root, "--format", "json")
    graded = json.loads(result.stdout)
    exercise = graded["exercises"][0]
    assert (result.returncode, exercise["status"], exercise["score"], exercise["max_score"]) == (
        3,
        "grader_error",
        0,
        0,
    )
    assert "mistakes.py" in exercise["message"] and "costs no points" in exercise["message"]
    assert "return" not in result.stdout + result.stderr  # no line of the solution is told on the way
    (tmp_path / "double.py").write_text("def double(x):\n    return x + x\n")  # what is right needs no mistakes
    assert grade("--submission", tmp_path / "double.py", "--course", root).returncode == 0


def test_what_was_not_graded_is_said_in_json_as_well(tmp_path: Path) -> None:
    for name in ("affine.py", "old/affine.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("class Affine:\n    def forward(self, x):\n        return x\n")

    result = grade("affine", "--submission", tmp_path, "--format", "json")

    document = json.loads(result.stdout)
    assert document["schema"] == "gradkata/run/v1"
    assert any(
        note.startswith("affine.py is graded; old/affine.py is not.") for note in document["exercises"][0]["notes"]
    )


def test_in_a_clone_answers_are_written_into_the_course_itself(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    stub = root / "exercises" / "01_first" / "double" / "double.py"
    assert grade(cwd=root).stdout.startswith("○ not started  double")
    stub.write_text(
        stub.read_text(encoding="utf-8").replace("raise NotImplementedError", "return 2 * x"), encoding="utf-8"
    )
    assert grade(cwd=root).stdout.startswith("✓ passed  double")
    made = grade("init", "mine", cwd=root)
    assert made.returncode == 0
    assert "raise NotImplementedError" in (root / "mine" / "01_first" / "double" / "double.py").read_text(
        encoding="utf-8"
    )


# --- grade reset -----------------------------------------------------------------------------------------------


def test_reset_keeps_the_answer_as_a_backup(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    assert grade("init", tmp_path / "mine", "--course", root).returncode == 0
    path = tmp_path / "mine" / "01_first" / "double" / "double.py"
    stub = path.read_text(encoding="utf-8")
    arguments = ("reset", "double", "--course", root)
    assert "is the stub already" in grade(*arguments, cwd=path.parent).stdout

    for number, name in ((1, "double.py.bak"), (2, "double.py.bak2")):
        path.write_text(f"answer = {number}\n", encoding="utf-8")
        asked = grade(*arguments, cwd=path.parent)
        assert (asked.returncode, path.read_text(encoding="utf-8")) == (2, f"answer = {number}\n")
        assert "add --yes" in asked.stderr
        done = grade(*arguments, "--yes", "--lang", "ja", cwd=path.parent)
        assert done.returncode == 0 and name in done.stdout
        assert path.read_text(encoding="utf-8") == stub
        assert path.with_name(name).read_text(encoding="utf-8") == f"answer = {number}\n"
    assert grade("--course", root, cwd=path.parent).stdout.startswith("○ not started  double")

    path.unlink()
    assert grade(*arguments, cwd=path.parent).returncode == 0 and path.read_text(encoding="utf-8") == stub


# --- grade next ------------------------------------------------------------------------------------------------


def test_next_follows_what_exercises_require(tmp_path: Path) -> None:
    def answered(*ids: str) -> str:
        for id_ in ids:
            solution = next(ROOT.glob(f"solutions/*/{id_}/{id_}.py"))
            shutil.copyfile(solution, workspace / solution.parent.parent.name / id_ / f"{id_}.py")
        return grade("next", cwd=workspace).stdout

    workspace = tmp_path / "mine"
    assert grade("init", workspace).returncode == 0
    order = [one["id"] for one in run_list()]
    assert (workspace / "07_optimizers" / "unit.py").is_file()  # the public checks there speak of it
    first = answered()
    assert first.startswith(order[0]) and f"next: Read the task: grade show {order[0]}" in first

    softmax = workspace / "03_forward" / "softmax" / "softmax.py"
    softmax.write_text(softmax.read_text().replace("raise NotImplementedError", "return x"))
    begun = answered(*order[: order.index("softmax")])
    assert begun.startswith("softmax  Softmax (begun: 0/8 points)") and "grade hint softmax" in begun
    instead = re.search("or leave it for now: grade show (.*)", begun)
    assert instead and "softmax" not in requirements(instead[1]) and instead[1] != "cross_entropy_error"

    assert "cross_entropy_error" not in begun
    found = json.loads(grade("next", "--format", "json", cwd=workspace).stdout)
    assert (found["schema"], found["exercise"]["id"]) == ("gradkata/next/v1", "softmax")
    assert answered(*order) == "everything is solved.\n"
    assert json.loads(grade("next", "--format", "json", cwd=workspace).stdout)["exercise"] is None


def run_list() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(grade("list", "--format", "json").stdout)["exercises"]
    return found


def requirements(id_: str) -> tuple[str, ...]:
    return next(one for one in load_course(ROOT).exercises if one.id == id_).requires


def test_the_table_of_the_curriculum_is_written_and_kept_up_to_date(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    assert grade("verify", "--write-table", "--course", root).returncode == 0
    table = (root / "docs" / "curriculum.md").read_text(encoding="utf-8")
    assert "| [double](../exercises/01_first/double/README.md) | Double / [2 倍]" in table
    assert re.search(r"\| 4 \| 2 \(1\) \| 1 \| 2 \| (\d+) of \1, 100 % \(0\) \|", table)
    assert grade("verify", "--course", root).returncode == 0

    head = root / "exercises" / "course.toml"
    head.write_text(head.read_text(encoding="utf-8").replace("First", "Second"), encoding="utf-8")
    result = grade("verify", "--course", root)
    assert result.returncode == 1 and "docs/curriculum.md: it is not what the course gives" in result.stdout
    assert "wants the whole course" in grade("verify", "softmax", "--write-table").stderr


def test_next_outside_a_workspace(tmp_path: Path) -> None:
    result = grade("next", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "grade init my-course" in result.stderr


@pytest.mark.parametrize("form", ["text", "json", "junit"])
def test_a_dash_is_the_screen(tmp_path: Path, form: str) -> None:
    """As everywhere, and no file of that name."""
    arguments = ("sigmoid", "--submission", str(SAMPLES / "right"), "--format", form)

    said = grade(*arguments, "--output", "-", cwd=tmp_path)

    assert said.returncode == 0 and "sigmoid" in said.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_report_goes_to_the_screen_too_but_not_that_of_a_class(tmp_path: Path) -> None:
    grade("init", "work", "--unit", "01_perceptron", cwd=tmp_path)

    page = grade("report", "--output", "-", cwd=tmp_path / "work")
    folder = grade("report", "--db", "none.sqlite3", "--output", "-", cwd=tmp_path / "work")

    assert page.stdout.startswith("<!doctype html>") and page.stdout.rstrip().endswith("</html>")
    assert folder.returncode == 2 and "is a folder" in folder.stderr
    assert not (tmp_path / "work" / "-").exists()
