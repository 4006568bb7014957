"""What the documents show is what happens: their commands are run, and their lines must come out."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

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


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/authoring.md", "docs/how-it-works.md"])
def test_every_file_that_a_document_names_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    named = re.findall(
        r"`((?:grader|reports|tests|docs|benchmarks|exercises|solutions)/[\w./]+)`(?!:\n)", text
    )  # one with a colon is being written

    assert [
        name
        for name in (*links, *named)
        if not (ROOT / name).exists() and not (ROOT / document).parent.joinpath(name).exists()
    ] == []
    assert links or named


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
