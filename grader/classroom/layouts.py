"""What learning platforms hand out, and whose each part of it is. Each layout is known by the names of its parts.

    Moodle      Fullname_1234567_assignsubmission_file/affine.py      a folder a student, or without folders:
                Fullname_1234567_assignsubmission_file_affine.py      (mod/assign/classes/downloader.php)
    Canvas      doejane_LATE_4711_815_affine.py                       user, attachment (lib/content_zipper.rb)
    Gradescope  submission_123/affine.py                              and submission_metadata.yml, which says whose
    plain       alice/, alice.zip, alice.py, hw3-alice/ (git)         anything else: a child a student, named by it

Moodle's number is that of a participant in one assignment, the number in the "Identifier" of its grading worksheet; Canvas's
user is the "ID" of its gradebook.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from grader.classroom.tree import Child
from grader.errors import SubmissionError
from grader.gradebook.records import Student
from grader.model import Text
from grader.submission.account import Account
from grader.submission.files import Entries, is_archive, without_ending
from grader.submission.gather import unpacked
from grader.submission.naming import is_source
from grader.words import listed, text

METADATA = "submission_metadata.yml"
MAX_DEPTH = 100  # of its collections
MAX_EVENTS = 2_000_000  # a class of 2000 with 30 tests each has half of that
_OF_NOBODY = ("index.html", "thumbs.db", "desktop.ini", METADATA)

_TYPED = ("onlinetext", "comments")  # into Moodle, with no file

_MOODLE = re.compile(
    r"(?P<name>.+?)(?:_(?P<number>\d+))?_assignsubmission_(?P<plugin>[a-z0-9]+)(?:_(?P<file>.*))?", re.S
)
_CANVAS = re.compile(
    r"(?P<who>(?P<name>[^\W\d].*?)_(?P<late>late_)?"
    r"(?P<number>\d+|(?<=anonymous_)[a-z0-9]{5}|(?<=anonymous_late_)[a-z0-9]{5}))"
    r"(_(?P<attachment>\d+)_(?P<file>.+)|_(text|link)\.html)",
    re.S | re.I,
)
_AGAIN = re.compile(r"(?P<stem>.+)-(?P<count>\d{1,9})", re.S)
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)?")


class Upload(NamedTuple):
    """What one student, or a group, handed in.

    Attributes:
        whose: what the download says of each of them; `id` is whatever name stands there.
        name: path within what was downloaded.
        entries: its files.
        loose: handed in file by file: if there is but one source, it is the answer whatever its name.
        at: when, in ISO 8601; empty where the download does not say.
    """

    whose: tuple[Student, ...]
    name: str
    entries: Callable[[Account], Entries]
    loose: bool
    at: str = ""
    late: bool = False
    checkout: bool = False
    notes: tuple[Text, ...] = ()


class Found(NamedTuple):
    """
    Attributes:
        layout: "moodle", "canvas", "gradescope" or "plain".
        others: names of what seems to be nobody's.
    """

    layout: str
    uploads: tuple[Upload, ...]
    others: tuple[Child, ...] = ()


def find_uploads(children: Sequence[Child]) -> Found:
    """Recognise the layout. Raises SubmissionError for metadata of Gradescope that cannot be read."""
    metadata = next((child for child in children if child.name == METADATA and not child.folder), None)
    children = [child for child in children if child.name.lower() not in _OF_NOBODY]
    if metadata is not None:
        return _gradescope(_metadata(metadata), children)
    for layout, pattern, read in (("moodle", _MOODLE, _moodle), ("canvas", _CANVAS, _canvas)):
        ours = [(child, match) for child in children if (match := pattern.fullmatch(child.name))]
        if len(ours) * 2 > len(children):
            rest = _plain(child for child in children if not pattern.fullmatch(child.name))
            return Found(layout, (*read(ours), *rest.uploads), rest.others)
    return _plain(children)


# --- plain ------------------------------------------------------------------------------------------------


def _plain(children: Iterable[Child]) -> Found:
    uploads, others = [], []
    for child in children:
        if child.folder or is_source(PurePosixPath(child.name)) or is_archive(PurePosixPath(child.name)):
            uploads.append(named_by(child))
        else:
            others.append(child)
    return Found("plain", tuple(uploads), tuple(others))


def named_by(child: Child) -> Upload:
    """A child as what the student of its name handed in."""
    archive = not child.folder and is_archive(PurePosixPath(child.name))
    who = child.name if child.folder else without_ending(child.name)
    return Upload(
        whose=(Student(id=who),), name=child.name, entries=_opened(child) if archive else child.entries, loose=not child.folder and not archive,
        checkout=child.checkout,
    )  # fmt: skip


def _opened(child: Child) -> Callable[[Account], Entries]:
    def entries(account: Account) -> Entries:
        [(name, read)] = child.entries(account)
        assert name is not None  # a file that tree.py lists has one
        archive = read(name, account)
        if archive.data is None:
            raise SubmissionError(archive.problem)
        account.take(packed=len(archive.data))
        return unpacked(archive, account)

    return entries


# --- Moodle -----------------------------------------------------------------------------------------------


def _moodle(children: Sequence[tuple[Child, re.Match[str]]]) -> list[Upload]:
    """Texts that were typed in (`onlinetext`) are no files; who typed only these appears with none."""
    by_student: dict[tuple[str, str], list[tuple[Child, re.Match[str]]]] = {}
    for child, match in children:
        by_student.setdefault((match["name"], match["number"] or ""), []).append((child, match))
    uploads = []
    for (name, number), parts in by_student.items():
        files = [(child, match["file"] or "") for child, match in parts if match["plugin"] not in _TYPED]
        who = Student(id="", name=name, lms_id=number)
        uploads.append(Upload(whose=(who,), name=(files or parts)[0][0].name, entries=_joined(files), loose=True))
    return uploads


def _joined(parts: Sequence[tuple[Child, str]]) -> Callable[[Account], Entries]:
    """The files of several children as one; a file under the name that the student gave it."""

    def entries(account: Account) -> Entries:
        for child, called in parts:
            for name, read in child.entries(account):
                yield (name if child.folder else PurePosixPath(called)), read

    return entries


# --- Canvas -----------------------------------------------------------------------------------------------


def _canvas(children: Sequence[tuple[Child, re.Match[str]]]) -> list[Upload]:
    by_student: dict[str, list[tuple[Child, re.Match[str]]]] = {}
    for child, match in children:
        by_student.setdefault(match["who"].lower(), []).append((child, match))
    uploads = []
    for parts in by_student.values():
        child, match = parts[0]
        chosen, notes = _newest({match["file"]: child for child, match in parts if match["file"]})
        anonymous = match["name"].lower() == "anonymous"
        who = Student(id="", name="" if anonymous else match["name"], lms_id=match["number"])
        uploads.append(
            Upload(
                whose=(who,),
                name=child.name,
                entries=_joined(chosen),
                loose=True,
                late=match["late"] is not None,
                notes=notes,
            )
        )
    return uploads


def _newest(files: dict[str, Child]) -> tuple[list[tuple[Child, str]], tuple[Text, ...]]:
    """Canvas calls what is uploaded again `affine-1.py`, `affine-2.py`: the highest counts, as `affine.py`."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for name in files:
        path = PurePosixPath(name)
        again = _AGAIN.fullmatch(path.stem)
        plain = again["stem"] + path.suffix if again else name
        # `hw-1.ipynb` and `hw-2.ipynb` may as well be two notebooks, if there is no `hw.ipynb`
        if again and (plain in files or path.suffix == ".py"):
            groups.setdefault(plain, []).append((int(again["count"]), name))
        else:
            groups.setdefault(name, []).append((0, name))
    chosen, notes = [], []
    for plain, group in groups.items():
        *older, (_, newest) = sorted(group)
        chosen.append((files[newest], plain if older else newest))
        if older:
            before = listed(name for _, name in older)
            notes.append(text("Handed in again: {chosen} counts, not {others}.", chosen=newest, others=before))
    return chosen, tuple(notes)


# --- Gradescope -------------------------------------------------------------------------------------------


def _gradescope(metadata: dict[str, Any], children: Sequence[Child]) -> Found:
    uploads, others = [], []
    for child in children:
        about = metadata.get(child.name)
        if not isinstance(about, dict):
            others.append(child)
            continue
        people = about.get(":submitters")
        whose = tuple(
            Student(id=_field(one, ":sid"), name=_field(one, ":name"), email=_field(one, ":email"))
            for one in (people if isinstance(people, list) else [])
            if isinstance(one, dict)
        )
        name, at = child.name, about.get(":created_at")
        at = at.get("utc") if isinstance(at, dict) else at  # a time of Rails that kept its zone
        known = tuple(one for one in whose if any(one)) or (Student(id=name),)
        uploads.append(Upload(whose=known, name=name, entries=child.entries, loose=True, at=_iso(str(at))))
    return Found("gradescope", tuple(uploads), tuple(others))


def _field(about: dict[str, Any], key: str) -> str:
    value = about.get(key)
    return value.strip() if isinstance(value, str) else ""


def _iso(written: str) -> str:
    """A time of Ruby's, `2026-11-21 14:02:11.160352000 +0900`, in ISO 8601."""
    match = _TIME.match(written)
    if not match:
        return ""
    zone = "Z" if match[3] == "UTC" else match[3] or ""
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}{zone}").isoformat()
    except ValueError:  # the 30th of February
        return ""


def _metadata(child: Child) -> dict[str, Any]:
    """Gradescope's YAML as dictionaries, lists and strings. The base loader makes nothing else, whatever tags there are,
    and leaves a student's number `00123` as it stands."""
    import yaml

    account = Account(METADATA)
    [(_, read)] = child.entries(account)
    file = read(PurePosixPath(METADATA), account)
    if file.data is None:
        raise SubmissionError(file.problem)
    line = 1
    try:
        found = _built(yaml.parse(file.data, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))
        if isinstance(found, dict):
            return found
    except (yaml.YAMLError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
    raise SubmissionError(
        text("{name}, line {line}, cannot be read; download the submissions again.", name=METADATA, line=line)
    )


def _built(events: Iterable[Any]) -> Any:
    """What YAML says, built of its events as they come, as long as they are few: yaml's own nodes take twenty times the
    memory. What an alias names is not copied. Raises ValueError for what is none of ours."""
    import yaml

    top: list[Any] = []
    open_: list[tuple[Any, list[Any]]] = [(top, [])]  # collections; with keys whose value is still to come
    named: dict[str, Any] = {}
    for count, event in enumerate(events):
        if count > MAX_EVENTS or len(open_) > MAX_DEPTH:
            raise ValueError
        if isinstance(event, yaml.CollectionEndEvent):
            open_.pop()
            continue
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in named:
                raise ValueError
            value = named[event.anchor]
        elif isinstance(event, yaml.ScalarEvent):
            value = event.value
        elif isinstance(event, yaml.CollectionStartEvent):
            value = {} if isinstance(event, yaml.MappingStartEvent) else []
        else:
            continue
        if isinstance(event, yaml.NodeEvent) and not isinstance(event, yaml.AliasEvent) and event.anchor:
            named[event.anchor] = value
        inside, key = open_[-1]
        if isinstance(inside, list):
            inside.append(value)
        elif not key:
            key.append(value)
        elif isinstance(name := key.pop(), str):  # no key of Gradescope's is anything else
            inside[name] = value
        if isinstance(event, yaml.CollectionStartEvent):
            open_.append((value, []))
    return top[0] if len(top) == 1 else None
