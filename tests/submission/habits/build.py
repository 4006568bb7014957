"""Students who have everything right, each in their own way: a habit of each kind that fits, out of those in `habits.toml`.

    python -m tests.submission.habits.build DIR [--seed N] [--each]

Where several versions of an answer are there, this rule says which is the right one: `old`, `naive` and `bad` lose against a file
that has the exercise's name, what is begun against what is done, what a platform dates against what it dates later.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.submission.habits import around, platforms, scripts
from tests.submission.habits.pieces import EXERCISES, Draft, Files, plain, right

# Habits that nobody draws, and why.
LEFT_OUT = {
    "notebook-conflict-marks": "no right answer: somebody must choose",
    "notebook-junk-after-end": "the file is damaged",
    "encoding-unknown-bytes": "the file is damaged",
    "encoding-zero-width": "is no Python",
    "archive-rar": "is refused by its name",
    "archive-7z": "is refused by its name",
    "source-numpy-not-imported": "is no right answer",
    "source-library-init": "is no right answer",
    "source-class-lower-case": "a near miss, which is named and not accepted",
    "platform-canvas-renamed-whole": "needs a person",
    "platform-two-people": "is about names, not files",
    "platform-moodle-flat": "whose files are whose is not in their names",
    "archive-of-student-archives": "is a class and no hand-in",
    "companion-variants": "which of several true variants is meant needs a person",
    "companion-numbered-attempts": "is drawn as layout-old-and-new-folders and platform-canvas-resubmission",
}


class Habits(NamedTuple):
    """One of each kind, by id; empty for the plain way."""

    source: str = ""
    name: str = ""
    layout: str = ""
    encoding: str = ""
    notebook: str = ""
    companion: str = ""
    archive: str = ""
    platform: str = ""


class Due(NamedTuple):
    """A student of a class: full points, and `named` must be said of the files that are not used."""

    folder: str
    student: str
    name: str
    habits: Habits
    named: frozenset[str]


BUILT: dict[str, tuple[str, ...]] = {
    "source": tuple(scripts.SOURCES),
    "name": tuple(scripts.NAMES),
    "layout": (*scripts.FOLDERS, *scripts.LAYOUTS),
    "encoding": tuple(scripts.ENCODINGS),
    "notebook": tuple(around.NOTEBOOKS),
    "companion": tuple(around.COMPANIONS),
    "archive": tuple(around.ARCHIVES),
    "platform": tuple(platforms.PLATFORMS),
}

# --- one student ------------------------------------------------------------------------------------------


def hand_in(habits: Habits, sources: dict[str, str]) -> tuple[Files, frozenset[str]]:
    """A student's files by path, and the names of those that nobody uses."""
    draft = Draft(sources, {})
    if habits.source:
        draft = scripts.SOURCES[habits.source].apply(draft)
    if habits.notebook:
        files, named = around.placed(around.NOTEBOOKS[habits.notebook](draft), draft)
    else:
        placed = scripts.place(draft, habits.name or "name-exercise-exact", habits.layout or "layout-flat-root")
        encode = scripts.ENCODINGS.get(habits.encoding, str.encode)
        files = {
            path: str.encode(text) if not text or text in draft.modules.values() else encode(text)
            for path, text in placed.files.items()
        }
        named = placed.named
    if habits.companion:
        beside = around.COMPANIONS[habits.companion]
        assert not beside.files.keys() & files.keys(), habits
        files, named = beside.files | files, named | set(beside.named)
    if habits.archive:
        files = around.ARCHIVES[habits.archive](files)
        named |= set(around.ARCHIVES_NAME.get(habits.archive, ()))
    return files, frozenset(named)


FUTURE = ("source-type-annotations", "source-python2-helpers", "source-shebang")  # what must stand at the top
ABOVE = ("notebook-shell-line-in-script", "notebook-nbconvert-script")  # code that is put there
FOREIGN = ("encoding-utf16", "encoding-gbk-source", "encoding-cp932-source", "encoding-cp949-machine", "encoding-latin1-source")  # fmt: skip
RIVALS = ("companion-naive-version", "companion-bad-example", "platform-canvas-resubmission")  # wrong versions beside
ENCODED = ("encoding-zip-names-cp932", "encoding-zip-names-gbk")  # which cannot write every name
ALL_PLAIN = ("notebook-several-answers-in-cell",)


def fits(habits: Habits) -> bool:
    """Whether a student can have all of these habits and be right in her own Python."""
    source = scripts.SOURCES.get(habits.source)
    if habits.notebook:
        scripted = habits.name or habits.layout or habits.encoding
        return not (scripted or (habits.source and habits.notebook in ALL_PLAIN)) and habits.companion not in RIVALS
    own = habits.layout in scripts.LAYOUTS  # files that import each other, under names of their own
    if own and (habits.name or habits.encoding in (*ABOVE, *FOREIGN)):
        return False
    if own and source and source.exercise != "logic_gates":  # the others may be imported, and run whole
        return False
    if source and source.exercise == "logic_gates" and habits.name == "name-one-file-per-part":
        return False
    if habits.source in FUTURE and habits.encoding in ABOVE:
        return False
    if habits.name == "name-two-cases" and source and source.exercise == "softmax":
        return False
    if habits.archive in ENCODED:
        folders = scripts.FOLDERS.get(habits.layout, ())
        beside = around.COMPANIONS[habits.companion].files if habits.companion else {}
        if not "".join((scripts.FORMS.get(habits.name, ""), *folders, *beside)).isascii():
            return False
    rivals = habits.companion in RIVALS or habits.platform in RIVALS
    return not (rivals and (habits.name or habits.layout or (source and source.modules)))


# --- a class ----------------------------------------------------------------------------------------------


def draw(seed: int = 0, students: int = 60) -> list[tuple[str, Habits]]:
    """For each student a download and habits: a third hands in folders and archives, a third by Moodle, a third by Canvas."""
    rng = Random(seed)
    decks = {kind: rng.sample(ids, len(ids)) for kind, ids in BUILT.items()}
    downloads = [("plain", "moodle", "canvas")[number * 3 // students] for number in range(students)]
    return [(download, _drawn(decks, download, rng)) for download in downloads]


def make_class(folder: Path, seed: int = 0, students: int = 60) -> list[Due]:
    """Write such a class into `folder`."""
    rng = Random(seed)
    drawn = enumerate(draw(seed, students))
    return [_write(folder / download, number, habits, rng) for number, (download, habits) in drawn]


def _drawn(decks: dict[str, list[str]], download: str, rng: Random) -> Habits:
    """A habit of each kind that fits what was drawn before: the one that was drawn longest ago."""
    kinds = rng.choice((["notebook"], ["name", "layout", "encoding"], ["layout", "name", "encoding"]))
    habits = Habits()
    for kind in ("platform", *kinds, "source", "companion", "archive"):
        for place, id_ in enumerate(decks[kind]):
            if kind == "platform" and platforms.PLATFORMS[id_].download != download:
                continue
            tried = habits._replace(**{kind: id_})
            if fits(tried):
                decks[kind].append(decks[kind].pop(place))
                habits = tried
                break
    return habits


def make_each(folder: Path) -> list[Due]:
    """A class in which each habit is one student's, who does all else the plain way."""
    rng = Random(0)
    alone = [Habits(**{kind: id_}) for kind, ids in BUILT.items() for id_ in ids]
    due = []
    for number, habits in enumerate(alone):
        download = platforms.PLATFORMS[habits.platform].download if habits.platform else "plain"
        due.append(_write(folder / download, number, habits, rng))
    return due


def _write(folder: Path, number: int, habits: Habits, rng: Random) -> Due:
    """One student's files as the platform gives them."""
    apart = habits.name in scripts.FORMS  # several alternatives in one file or notebook may use one name for two things
    sources = {exercise: rng.choice(right(exercise)) for exercise in EXERCISES} if apart else plain()
    files, named = hand_in(habits, sources)
    given = platforms.PLATFORMS[habits.platform or "platform-folder"].give(number, files)
    for path, data in given.files.items():
        at = folder / path
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_bytes(data)
    return Due(folder.name, given.student, given.name, habits, named | given.named)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--each", action="store_true")
    asked = parser.parse_args()
    for one in make_each(asked.folder) if asked.each else make_class(asked.folder, asked.seed):
        print(one.folder, one.student, *filter(None, one.habits))
