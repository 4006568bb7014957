"""What the documents show is what happens: their commands are run, and their lines must come out."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from grader.cli import with_command
from grader.cli.app import group
from grader.model import Course, Language
from grader.record.workspace import choose
from grader.status import MEANING
from tests.conftest import ROOT
from tests.terminal import GRADE, on_a_terminal

BIN = Path(sys.executable).parent
LEFT_OUT = "…"


def blocks(document: str) -> list[tuple[str, list[str]]]:
    """Commands with the output that a document shows for them; those that it shows without output have none."""
    text = (ROOT / document).read_text(encoding="utf-8")
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:].partition("  #")[0].strip(), []))
            elif line.strip() and line != LEFT_OUT:
                found[-1][1].append(line)
    return found


SHOWN = [
    (document, command, lines)
    for document in ("README.md", "docs/authoring.md")
    for command, lines in blocks(document)
    if lines
]


def test_the_documents_show_commands_with_output() -> None:
    assert {command.split()[0] for _, command, _ in SHOWN} == {"make", "grade"}


@pytest.mark.parametrize(("document", "command", "lines"), SHOWN)
def test_the_output_shown_is_the_output(document: str, command: str, lines: list[str]) -> None:
    words = command.split()
    if words[0] == "make":  # with the environment that runs the tests: what is tested here is the output
        words += [f"BIN={BIN}", "--old-file=.venv/runtime", "--no-print-directory"]
    else:
        words[0] = str(BIN / words[0])
    result = subprocess.run(
        words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
        env={"PATH": f"{BIN}:/usr/bin:/bin", "PYTHONUTF8": "1"},
    )  # fmt: skip

    rest = (result.stdout + result.stderr).splitlines() if words[0] == "make" else result.stdout.splitlines()
    for line in lines:  # in this order, with others between them
        assert line in rest, f"{document} shows a line that {command!r} does not print: {line!r}"
        rest = rest[rest.index(line) + 1 :]


DOCUMENTS = sorted(["README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))])


def _anchors(path: Path) -> set[str]:
    """The names by which GitHub links to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_and_heading_that_a_document_names_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]*)(?:#([^)]+))?\)", text)
    named = re.findall(
        r"`((?:grader|reports|tests|docs|benchmarks|exercises|solutions)/[\w./]+)`(?!:\n)", text
    )  # one with a colon is being written

    at = (ROOT / document).parent
    assert [name for name, _ in links if name and not (at / name).exists()] == []
    assert [name for name in named if not (ROOT / name).exists()] == []
    tests = re.findall(r"(tests/[\w/]+\.py)::(\w+)", text)
    assert [name for path, name in tests if f"def {name}(" not in (ROOT / path).read_text(encoding="utf-8")] == []
    assert [
        f"{name}#{anchor}"
        for name, anchor in links
        if anchor and anchor not in _anchors(at / name if name else ROOT / document)
    ] == []
    assert links or named


def test_how_it_works_goes_through_the_layers_from_bottom_to_top() -> None:
    """Every part of the program has its section there, and the sections stand in the order of pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = [one.replace(".", "/") for one in reversed(settings["contracts"][0]["layers"])]
    parts = [one for one in layers if (ROOT / one).is_dir() and one != "grader/locale"]  # words, with those of words.py

    page = (ROOT / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    assert re.findall(r"^## .*\(`(.+)/`\)$", page, re.MULTILINE) == parts


# --- the pages for students and for instructors, in both languages --------------------------------------------------

STUDENTS: list[tuple[str, Language]] = [("docs/student.md", "en"), ("docs/student.ja.md", "ja")]
INSTRUCTORS = ("docs/instructor.md", "docs/instructor.ja.md")
PAIRS = (tuple(document for document, _ in STUDENTS), INSTRUCTORS)


class Run(NamedTuple):
    command: str
    shown: tuple[str, ...]


class Write(NamedTuple):
    path: str
    source: str


class Change(NamedTuple):
    before: str
    after: str


# A file is written whole where the last path before a Python block says, and changed where a sentence says so.
_STEPS = re.compile(
    r"^```console\n(?P<console>.*?)^```"
    r"|`(?P<path>[\w/]+\.py)`[^`]*\n\n```python\n(?P<source>.*?)^```"
    r"|Change `(?P<before>[^`]+)` into `(?P<after>[^`]+)`"
    r"|`(?P<before_ja>[^`]+)` を `(?P<after_ja>[^`]+)` に書き換え",
    re.MULTILINE | re.DOTALL,
)


def steps(document: str) -> Iterator[Run | Write | Change]:
    """What the page makes its reader do, from the top."""
    for found in _STEPS.finditer((ROOT / document).read_text(encoding="utf-8")):
        if found["console"]:
            for typed in re.split(r"^\$ ", found["console"], flags=re.MULTILINE)[1:]:
                command, *shown = typed.splitlines()
                yield Run(command, tuple(shown))
        elif found["path"]:
            yield Write(found["path"], found["source"])
        else:
            yield Change(found["before"] or found["before_ja"], found["after"] or found["after_ja"])


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is wanted")
@pytest.mark.parametrize(("document", "_"), STUDENTS)
def test_a_student_who_does_what_the_page_says_sees_what_it_shows(document: str, _: Language, tmp_path: Path) -> None:
    """On a terminal of 80 columns, in a fresh folder. Blocks of `sh` and `powershell` are not run: they install, or go on."""
    assert follow(document, tmp_path) > 30


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is wanted")
@pytest.mark.parametrize("document", INSTRUCTORS)
def test_an_instructor_who_does_what_the_page_says_sees_what_it_shows(document: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")

    assert follow(document, tmp_path) > 20
    written = tmp_path / "samples" / "class"
    assert {"class-report", "graded.csv", "feedback.zip", "grades.csv", "handouts"} <= {
        one.name for one in written.iterdir()
    }


def follow(document: str, folder: Path) -> int:
    """Do what a page says, and compare what it shows. Returns the number of lines that were compared."""
    path = folder
    compared = 0
    for step in steps(document):
        match step:
            case Write(name, source):
                path = folder / name
                assert path.is_file(), f"{document} writes {name}, which `grade init` does not"
                path.write_text(source, encoding="utf-8")
            case Change(before, after):
                source = path.read_text(encoding="utf-8")
                assert source.count(f"{before}\n") == 1
                path.write_text(source.replace(f"{before}\n", f"{after}\n"), encoding="utf-8")
            case Run(command, shown) if command.startswith("cd "):
                folder /= command[3:]
            case Run(command, shown):
                assert command.startswith("grade ")
                said, code = on_a_terminal([*GRADE, *shlex.split(command)[1:]], folder, 80, NO_COLOR="1")
                assert code in (0, 1), said
                said = said.rpartition("\x1b[2K")[2]  # a bar of progress was there, and is wiped away
                lines = [r"(.*\n)*?" if line == LEFT_OUT else re.escape(line.rstrip()) + "\n" for line in shown]
                tidy = "".join(line.rstrip() + "\n" for line in said.rstrip().split("\n"))
                assert re.fullmatch("".join(lines), tidy), f"{document} shows for {command!r} other than this:\n{tidy}"
                compared += len(shown)
    return compared


@pytest.mark.parametrize("pair", PAIRS)
def test_both_languages_make_their_reader_do_the_same(pair: tuple[str, str]) -> None:
    """But for what a person says in her own words, between quotes."""
    done = [
        [
            re.sub(r'"[^"]*"', '"…"', step.command.replace(" --lang ja", "")) if isinstance(step, Run) else step
            for step in steps(document)
        ]
        for document in pair
    ]  # fmt: skip
    pages = [(ROOT / document).read_text(encoding="utf-8") for document in pair]
    headings = [re.findall(r"^#+ ", page, re.M) for page in pages]

    assert done[0] == done[1] and len(done[0]) > 8
    assert headings[0] == headings[1]
    for page, other in zip(pages, reversed(pair), strict=True):
        assert f"]({Path(other).name})" in page.split("\n\n")[1]


def test_the_number_of_exercises_is_said_as_it_is(course: Course) -> None:
    for document in ("README.md", *(document for document, _ in STUDENTS)):
        said = re.findall(r"(\d+) (?:exercises so far|exercises, from|問あり)", (ROOT / document).read_text("utf-8"))
        assert said == [str(len(course.exercises))], document


@pytest.mark.parametrize(("document", "lang"), STUDENTS)
def test_the_page_explains_every_status(document: str, lang: Language) -> None:
    rows = re.findall(r"^\| (.+?) \|", (ROOT / document).read_text(encoding="utf-8"), re.MULTILINE)
    given = [
        one.word for status, one in MEANING.items() if status not in ("forbidden", "skipped")
    ]  # nothing gives those yet

    assert [said.in_(lang) for said in given if said.in_(lang) not in rows] == []


# --- every command and option that a document names ------------------------------------------------------------------


def snippets(document: str) -> Iterator[list[str]]:
    """The words after `grade` (or `%grade`) of each piece of code that begins with it."""
    text = (ROOT / document).read_text(encoding="utf-8")
    fenced = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"(?ms)^```.*?^```", "", text))
    lines = [line for block in fenced for line in re.sub(r"\n {4,}", " ", block).splitlines()]
    for code in (*spans, *lines):
        if found := re.match(r"(?:\$ |%%?)?grade(?: (.*))?$", code.partition("  #")[0].rstrip()):
            for alternative in re.sub(r"[\[\]]", "", found[1] or "").split(" | "):
                yield shlex.split(alternative)


@pytest.mark.parametrize("document", [one for one in DOCUMENTS if any(snippets(one))])
def test_every_command_and_option_that_a_document_names_exists(document: str, course: Course) -> None:
    context = click.Context(group)
    for words in snippets(document):
        name, *rest = with_command(words)
        command = group.get_command(context, name) if not name.startswith("-") else group
        assert command is not None, f"{document}: grade {' '.join(words)}"
        options = {option: one for one in command.get_params(context) for option in one.opts}
        expected = [one.name for one in command.get_params(context) if isinstance(one, click.Argument)] or [""]
        rest = rest if command is not group else [name]
        while rest:
            word = rest.pop(0)
            if word.startswith("-"):
                assert word in options, f"{document}: grade {' '.join(words)}"
                option = options[word]
                if rest and isinstance(option, click.Option) and not option.is_flag:
                    rest.pop(0)
            else:
                asked = expected.pop(0) if len(expected) > 1 else expected[0]
                if (
                    asked in ("exercise", "exercises", "words")
                    and "authoring" not in document
                    and re.fullmatch("[a-z0-9_]+", word)
                ):
                    assert choose(course, (word,)), f"{document}: grade {' '.join(words)}"


# --- docs/commands.md against the commands themselves ----------------------------------------------------------------


def _written(option: click.Option) -> str:
    """An option as the page writes it: its name, and what it wants."""
    if isinstance(option.type, click.Choice):
        return f"{option.opts[0]} {'|'.join(option.type.choices)}"
    return f"{option.opts[0]} {option.metavar or ''}".rstrip()


def _of_every_command(option: click.Parameter) -> bool:
    return bool({"--help", "--lang"} & set(option.opts))


def test_the_page_of_commands_has_every_command_with_its_arguments_and_options() -> None:
    """And nothing else: each heading is a usage, and what stands below it are the options of that command."""
    context = click.Context(group)
    there = {}
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        pieces = [
            re.sub(r"^\{(.*)\}$", r"\1", one.replace("]...", "…]")) for one in command.collect_usage_pieces(context)
        ]
        parameters = command.get_params(context)
        assert sum(_of_every_command(one) for one in parameters) == 2
        options = [one for one in parameters if isinstance(one, click.Option) and not _of_every_command(one)]
        there[" ".join(["grade", name, *pieces[1:]])] = sorted(map(_written, options))

    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    sections = re.findall(r"^### `([^`\n]+)`\n(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL)
    rows = r"^\| `(--.+?)` \|"
    listed = {
        usage: sorted(
            span.replace("\\|", "|") for span in (*re.findall(rows, said, re.MULTILINE), *_listed_in_a_line(said))
        )
        for usage, said in sections
    }
    assert len(sections) == len(listed)
    assert listed == there


def _listed_in_a_line(said: str) -> list[str]:
    """Where all options are explained at the top of the page, a line lists them."""
    return [
        span for line in re.findall(r"Options?: (.*)\.$", said, re.MULTILINE) for span in re.findall(r"`(.+?)`", line)
    ]


# --- pictures ----------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is wanted")
def test_the_recorded_terminal_shows_what_happens_today(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "docs.make_images", "--to", str(tmp_path), "--only", "terminal.svg"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)

    made = (tmp_path / "terminal.svg").read_bytes()
    assert made == (ROOT / "docs" / "images" / "terminal.svg").read_bytes(), "run `make pictures`"
    assert b"http" not in made.replace(b"http://www.w3.org/2000/svg", b"")


def test_pictures_are_small_and_used() -> None:
    pages = "".join((ROOT / document).read_text(encoding="utf-8") for document in DOCUMENTS)
    for path in (ROOT / "docs" / "images").iterdir():
        assert path.stat().st_size <= 200_000 and f"images/{path.name})" in pages, path.name


def test_the_half_hour_of_authoring_ends_certified(tmp_path: Path) -> None:
    """Every file that docs/authoring.md shows is written as it stands there, and its commands are run."""
    text = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
    tutorial = text.partition("# What else there is")[0]
    files = re.findall(
        r"^`((?:exercises|solutions)/\S+)`:\n\n(`{3,4})\w+\n(.*?)^\2$", tutorial, re.MULTILINE | re.DOTALL
    )
    commands = re.findall(r"^\$ grade (.*)$", tutorial, re.MULTILINE)
    assert len(files) == 9 and len(commands) == 4
    for side in ("exercises", "solutions"):
        shutil.copytree(ROOT / side / "05_backprop" / "relu_layer", tmp_path / side / "05_backprop" / "relu_layer")
        shutil.copyfile(ROOT / side / "course.toml", tmp_path / side / "course.toml")
    toml = tmp_path / "exercises" / "05_backprop" / "relu_layer" / "exercise.toml"
    toml.write_text(re.sub(r"(?m)^requires = .*$", "requires = []", toml.read_text(encoding="utf-8")), encoding="utf-8")

    def grade(words: str) -> tuple[int, str]:
        result = subprocess.run(
            [str(BIN / "grade"), *words.split()],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return result.returncode, result.stdout + result.stderr

    assert [grade(command)[0] for command in commands[:2]] == [0, 0]
    *written, (waivers, _, reasons) = files
    for name, _, source in written:
        assert (tmp_path / name).is_file(), f"`grade new` does not write {name}"
        (tmp_path / name).write_text(source, encoding="utf-8")
    code, said = grade(commands[2])
    assert code == 1 and said.count("no check would notice") == said.count(">= 0") == 2, said
    (tmp_path / waivers).write_text(reasons, encoding="utf-8")
    code, said = grade(commands[3])
    assert code == 0 and "1 of 1 exercises certified" in said, said
