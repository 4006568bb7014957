"""Every sentence of the program has its Japanese, and the real command says it."""

from __future__ import annotations

import ast
import os
import re
import shutil
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.diagnose.errors import _USUAL
from grader.locale import catalogue
from grader.locale.catalogue import FOLDER, is_untranslated, messages, read, source, update
from grader.model import Text
from grader.words import filled, listed, ntext, text
from tests.conftest import ROOT

CATALOGUES = ("gradkata", "click")
MODULES = sorted(
    path
    for folder in ("grader", "reports")
    for path in (ROOT / folder).rglob("*.py")
    if "inside" not in path.parts  # it runs in the worker, where nothing is said
)
JAPANESE = re.compile("[\u3041-\u30fa\u4e00-\u9fff]")
# These write exercises, know what copied files and columns are called, or stand for a broken installation.
WITH_JAPANESE = {
    "grader/course/scaffold.py", "grader/course/stub.py", "grader/submission/naming.py", "grader/errors.py",
    "grader/classroom/headings.py", "grader/exports/moodle.py", "grader/submission/letters.py",
}  # fmt: skip


def grade(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {
        key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")
    }
    plain |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "100", **environment}
    command = [sys.executable, "-m", "grader", *arguments]
    return subprocess.run(command, cwd=cwd, env=plain, capture_output=True, text=True, encoding="utf-8", check=False)


# --- the catalogues ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CATALOGUES)
def test_every_message_has_its_japanese_and_nothing_is_left_over(name: str) -> None:
    """For click: the installed one's. A newer click may say something new; `make words` then adds it."""
    wanted = {message.id for message in messages(name) if message.id}
    have = read(name)

    assert len(wanted) > 60
    assert {message.id for message in have if message.id} == wanted, "run `make words`"
    assert [message.id for message in have if is_untranslated(message)] == []
    assert [message.id for message in have if message.id and message.fuzzy] == []
    assert not have.obsolete


@pytest.mark.parametrize("name", CATALOGUES)
def test_the_file_is_what_make_words_writes(name: str, tmp_path: Path) -> None:
    assert (ROOT / FOLDER / f"{name}.po").read_text(encoding="utf-8") == source(name, read(name))

    copy = tmp_path / "copy"
    for folder in ("grader", "reports"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    assert update(name, copy) == []
    assert (copy / FOLDER / f"{name}.po").read_bytes() == (ROOT / FOLDER / f"{name}.po").read_bytes()


def fields(message: str) -> set[str]:
    """Every `{name!r:.2f}` of a message."""
    parsed = string.Formatter().parse(message)
    return {f"{name}!{conversion}:{spec}" for _, name, spec, conversion in parsed if name is not None}


def values(name: str) -> Iterator[tuple[object, set[str], set[str]]]:
    """Each message of a catalogue, the fields of its English and those of its Japanese."""
    for message in read(name):
        if message.id:
            en = (message.id,) if isinstance(message.id, str) else message.id
            ja = (message.string,) if isinstance(message.string, str) else message.string or ()
            yield message.id, set().union(*map(fields, en)), set().union(*map(fields, ja))


def test_the_japanese_has_the_same_values_as_the_english() -> None:
    assert [message for message, en, ja in values("gradkata") if en != ja] == []


def test_the_japanese_of_click_has_no_value_that_click_does_not_give() -> None:
    assert [message for message, en, ja in values("click") if not ja <= en] == []


def test_a_new_message_is_added_by_make_words_and_reported(tmp_path: Path) -> None:
    for folder in ("grader", "reports"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "grader" / "more.py").write_text('text("the {thing} is new.", thing=1)\n', encoding="utf-8")
    template = tmp_path / "reports" / "templates" / "more.html.j2"
    template.write_text("{{ say('so is {that}', that=2) }}", encoding="utf-8")

    reported = update("gradkata", tmp_path)

    assert sorted(reported) == ["so is {that}", "the {thing} is new."]


# --- the code -----------------------------------------------------------------------------------------------


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node


def test_no_sentence_stands_in_the_code_in_two_languages() -> None:
    written = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in MODULES
        for name, call in calls(path)
        if name == "Text" and all(isinstance(argument, (ast.Constant, ast.JoinedStr)) for argument in call.args)
        if any(ast.unparse(argument) != "''" for argument in call.args)
    ]

    assert written == []


def test_no_japanese_is_left_in_modules_and_templates() -> None:
    found = []
    for path in MODULES:
        if path.relative_to(ROOT).as_posix() in WITH_JAPANESE:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = [
            node.body[0]
            for node in ast.walk(tree)
            if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and node.body
        ]
        documentation = {id(one.value) for one in said if isinstance(one, ast.Expr)}
        found += [
            f"{path.relative_to(ROOT)}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
            if JAPANESE.search(node.value)
        ]
    for path in (ROOT / "reports" / "templates").iterdir():
        if JAPANESE.search(path.read_text(encoding="utf-8")):
            found.append(path.name)

    assert found == []


def test_messages_are_literals() -> None:
    """Of an f-string or a variable Babel sees nothing, and nobody would miss its Japanese."""
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in MODULES
        if path.name not in ("words.py", "catalogue.py")
        for name, call in calls(path)
        if name in ("text", "say", "ntext")
        for argument in call.args[: 2 if name == "ntext" else 1]
        if not isinstance(argument, ast.Constant)
        if ast.unparse(call) != "text(message, **values)"  # the two definitions of `say`
    ]

    assert hidden == []


# --- making a Text ------------------------------------------------------------------------------------------


def test_values_go_into_both_languages() -> None:
    made = text("{name} is divided by {wrong}, where {right} belongs.", name="W", wrong=Text("a", "ア"), right="b")

    assert made == Text("W is divided by a, where b belongs.", "W が b ではなく ア で割られています。")


def test_braces_of_a_value_are_not_looked_into() -> None:
    assert text("wrote {path}", path="{0.__class__} {x}").en == "wrote {0.__class__} {x}"


def test_one_and_many() -> None:
    one, many = (ntext("{n} check passed", "{n} checks passed", n) for n in (1, 2))

    assert one == Text("1 check passed", "1 件のチェックに合格")
    assert many == Text("2 checks passed", "2 件のチェックに合格")


def test_a_list_is_joined_as_each_language_does() -> None:
    assert listed(["a", "b"]) == Text("a, b", "a、b")


def test_a_sentence_can_get_its_values_later() -> None:
    later = text("{name} is {by:.4g} too large, everywhere.")

    assert filled(later, name="W", by=2 / 3).en == "W is 0.6667 too large, everywhere."


def test_what_an_exception_usually_means_gets_its_values_from_the_pattern() -> None:
    for slug, _, pattern, message, hint in _USUAL:
        named = {f"{name}!None:" for name in re.compile(pattern).groupindex}
        assert fields(message.en) | fields(hint.en) <= named or not named, slug
        assert named or "{" not in message.en + hint.en, slug


# --- the command ---------------------------------------------------------------------------------------------

NAMES = re.compile(
    r"`[^`]*`"  # commands
    r"|'[^']*'"  # what was typed
    r"|\[[^\]]*\]"  # [OPTIONS], [en|ja]
    r"|--?[\w-]+"  # options
    r"|\bgrade( [a-z]+)?\b|^  [a-z]+ "  # commands in a list
    r"|\b[A-Z][A-Z_/]*(\.(html|ipynb))?\b"  # metavars
    r"|[\w./-]+/[\w./-]*|\b\w+\.(py|toml|md)\b"  # files
    r"|\(more\)|\b(affine|zip|tar|numpy|gradkata|text|[0-9.x<=>]+)\b",
    re.MULTILINE,
)


def english(said: str) -> list[str]:
    return re.findall(r"[A-Za-z]{2,}", NAMES.sub(" ", said))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        *(((command, "--help"), 0) for command in ("run", "list", "hint", "show", "init", "next", "reset")),
        *(((command, "--help"), 0) for command in ("doctor", "new", "verify")),
        (("--help",), 0),
        (("--version",), 0),
        (("afine",), 2),
        (("list", "--nosuch"), 2),
        (("list", "--formt", "json"), 2),
        (("list", "--format", "xml"), 2),
        (("list", "--format"), 2),
        (("list", "more"), 2),
        (("hint",), 2),
        (("hint", "affine", "--level", "9"), 2),
        (("hint", "affine", "--level", "many"), 2),
        (("run", "--seed", "x"), 2),
        (("affine", "--output", "docs"), 2),
        (("reset", "--yes=1", "affine"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_everything_that_is_said_about_the_command_line_is_japanese(arguments: tuple[str, ...], code: int) -> None:
    result = grade(*arguments, "--lang", "ja")
    said = result.stdout + result.stderr

    assert result.returncode == code, said
    assert JAPANESE.search(said) and english(said) == [], said


def test_the_language_of_the_command_line_wins_over_the_environment() -> None:
    """click reads the environment by itself; it must not disagree with the rest."""
    en = grade("list", "--nosuch", "--lang", "en", LANG="ja_JP.UTF-8", LANGUAGE="ja")
    ja = grade("list", "--nosuch", LANG="ja_JP.UTF-8", LANGUAGE="en")

    assert "No such option" in en.stderr and not JAPANESE.search(en.stderr)
    assert english(ja.stderr) == [] and JAPANESE.search(ja.stderr)


def test_the_language_does_not_reach_an_answer(tmp_path: Path) -> None:
    (tmp_path / "sigmoid.py").write_text(
        "import os\ndef sigmoid(x):\n    print(sorted(os.environ))\n", encoding="utf-8"
    )

    result = grade("sigmoid", "--submission", str(tmp_path / "sigmoid.py"), "--lang", "ja", "--allow-unconfined")

    assert "[" in result.stdout and "LANGUAGE" not in result.stdout, result.stdout


@pytest.mark.parametrize("missing", ["gradkata.mo", "click.mo"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_without_compiled_catalogues_the_command_says_so(tmp_path: Path, missing: str, lang: str) -> None:
    for folder in ("grader", "reports"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / FOLDER / missing).unlink()

    result = grade("list", "--lang", lang, cwd=tmp_path, PYTHONPATH=str(tmp_path))

    assert result.returncode == 3 and result.stdout == ""
    assert missing in result.stderr and "pip install -e ." in result.stderr and "Traceback" not in result.stderr


def test_compiling_makes_what_is_missing_and_leaves_what_is_new(tmp_path: Path) -> None:
    shutil.copytree(ROOT / FOLDER, tmp_path / FOLDER, ignore=shutil.ignore_patterns("*.mo"))
    catalogue.compile_catalogues(tmp_path)
    compiled = sorted((tmp_path / FOLDER).glob("*.mo"))
    before = [path.stat().st_mtime_ns for path in compiled]
    catalogue.compile_catalogues(tmp_path)

    assert [path.name for path in compiled] == ["click.mo", "gradkata.mo"]
    assert [path.stat().st_mtime_ns for path in compiled] == before
