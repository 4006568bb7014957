"""Submissions as they were downloaded → who handed in what. Nothing is read until `HandIn.read`, and nothing is ever parsed.

    tree.py     a folder, zip or tar, one level at a time
    layouts.py  whose each part of it is: Moodle, Canvas, Gradescope, or a child a student
    roster.py   the student of whom a download speaks

What is in doubt is said in a note and never guessed: nobody gets another's answers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from grader.classroom.headings import folded
from grader.classroom.layouts import Found, Upload, find_uploads, named_by
from grader.classroom.roster import Roster
from grader.classroom.tree import Child, children
from grader.errors import SubmissionError
from grader.gradebook.records import Student
from grader.model import Text
from grader.submission.account import Account
from grader.submission.files import Entries, Parcel, parcel
from grader.submission.formats import is_archive, without_ending
from grader.submission.gather import gather
from grader.submission.naming import ending, is_source, may_be_source
from grader.words import listed, ntext, text

MAX_LISTED = 10  # names in one note

LAYOUTS = {"moodle": "Moodle", "canvas": "Canvas", "gradescope": "Gradescope"}


class HandIn(NamedTuple):
    """
    Attributes:
        name: path within the submissions, for people; empty if nothing was handed in.
        read: raises SubmissionError for what is damaged or too large. Not to be called from several threads at once.
        handed_in_at: ISO 8601, where the download says it.
        late: where the download says it.
    """

    student: Student
    name: str
    read: Callable[[], Parcel]
    notes: tuple[Text, ...] = ()
    handed_in_at: str = ""
    late: bool = False


class Intake(NamedTuple):
    """
    Attributes:
        hand_ins: one for each student, by id; those of the roster who handed in nothing have no files.
        notes: which layout was recognised, and what is nobody's.
    """

    hand_ins: tuple[HandIn, ...]
    notes: tuple[Text, ...]


def take_in(path: Path, roster: Roster | None) -> Intake:
    """Find what each student handed in, in a folder, zip or tar, or a single file. Raises SubmissionError if `path` cannot
    be read at all."""
    folder, inside = _unwrapped(children(path), path, roster)
    found = find_uploads(inside)
    uploads, others = _also_of_the_roster(found, roster)
    prefixes = _prefixes([upload.name for upload in uploads if upload.checkout])
    by_id: dict[str, list[HandIn]] = {}
    for upload in uploads:
        for hand_in in _hand_ins(upload._replace(name=folder + upload.name), found.layout, prefixes, roster):
            by_id.setdefault(hand_in.student.id, []).append(hand_in)
    for student in roster.students if roster else ():
        by_id.setdefault(student.id, [HandIn(student=student, name="", read=partial(parcel, "", ()))])
    hand_ins = tuple(_counting(by_id[id_]) for id_ in sorted(by_id))
    return Intake(hand_ins, tuple(_about(found.layout, others, len(uploads))))


def _unwrapped(found: list[Child], path: Path, roster: Roster | None) -> tuple[str, list[Child]]:
    """Past the single folder that archives are usually made of: `week3.zip` holds `week3/`, Gradescope's an
    `assignment_123_export`; its name, and what is in it. A folder of one student is no such thing."""
    if len(found) != 1 or not found[0].folder or find_uploads(found).layout != "plain":
        return "", found
    [wrapper] = found
    inside = wrapper.children()
    is_wrapper = (
        wrapper.name == without_ending(path.name)
        or find_uploads(inside).layout != "plain"
        or (roster and not _knows(roster, wrapper) and any(_knows(roster, child) for child in inside))
    )
    return (wrapper.name + "/", inside) if is_wrapper else ("", found)


def _knows(roster: Roster, child: Child) -> bool:
    return _whose(named_by(child), [], roster) is not None


def _also_of_the_roster(found: Found, roster: Roster | None) -> tuple[list[Upload], list[Child]]:
    """The uploads, and with them files that are no answers but named after a student: she handed in something."""
    uploads, others = list(found.uploads), []
    for child in found.others:
        upload = named_by(child)
        who = upload._replace(whose=(Student(id=PurePosixPath(child.name).stem),))
        if roster and _whose(who, [], roster):
            why = text("{name} is no .py file, notebook, folder or archive.", name=child.name)
            uploads.append(who._replace(notes=(why,)))
        else:
            others.append(child)
    return uploads, others


def _hand_ins(upload: Upload, layout: str, prefixes: Sequence[str], roster: Roster | None) -> Iterable[HandIn]:
    """The same for each member of a group."""
    for named in upload.whose:
        student = _whose(upload._replace(whose=(named,)), prefixes, roster) if roster else None
        notes = list(upload.notes)
        if roster and student is None:
            notes.append(
                text("{name} is not in the roster, or more than one student could be meant.", name=upload.name)
            )
        if len(upload.whose) > 1:
            names = _some(one.name or one.id for one in upload.whose)
            notes.append(text("Handed in together: {names}.", names=names))
        # A file that is named after its student says nothing about the exercise: Adam's `adam.py`
        spent = layout == "plain" and upload.loose and (roster is None or student is not None)
        yield HandIn(
            student=student or _stranger(named, roster),
            name=upload.name,
            read=partial(_read, upload, spent),
            notes=tuple(notes),
            handed_in_at=upload.at,
            late=upload.late,
        )


def _whose(upload: Upload, prefixes: Sequence[str], roster: Roster) -> Student | None:
    """The student of the roster who is meant; for a checkout (`hw3-alice`) also without what all their names begin with."""
    [named] = upload.whose
    called = [named, *(named._replace(id=named.id[len(prefix) :]) for prefix in prefixes if upload.checkout)]
    found = {student for one in called if (student := roster.find(one))}
    return found.pop() if len(found) == 1 else None


def _prefixes(names: Sequence[str]) -> list[str]:
    """What all names begin with, up to a `-` or `_`."""
    if len(names) < 2:
        return []
    first, last = min(names), max(names)
    shared = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return [first[: match.end()] for match in re.finditer("[-_]", first[:shared])]


def _stranger(named: Student, roster: Roster | None) -> Student:
    """A student whom only the download knows. Its names may be written in several ways; one is as good as another."""
    id_ = unicodedata.normalize("NFC", named.id or named.lms_id or named.email or named.name)
    # bytes of a name that is not UTF-8: told apart, and as every database takes them
    id_ = "".join(rf"\x{ord(one) - 0xDC00:02x}" if "\udc80" <= one <= "\udcff" else one for one in id_)
    taken = roster is not None and folded(id_) in roster.by["id"]
    return named._replace(id=id_ + "?" if taken else id_)  # she must not be given another's id


def _read(upload: Upload, spent: bool) -> Parcel:
    def entries(account: Account) -> Entries:
        for name, read in upload.entries(account):
            yield (PurePosixPath("answer" + ending(name)) if spent and name and is_source(name) else name), read

    files = gather(entries, may_be_source, upload.name, nested=True, named_all=True)
    read = [file for file in files if file.data is not None or file.problem]
    if files and not any(file.problem or is_source(file.name) or is_archive(file.name) for file in read):
        # a picture of the code, a text document: handed in, and no answer
        message = text(
            "it holds no .py file or notebook, but {others}.", others=_some(file.name.name for file in files)
        )
        raise SubmissionError(message)
    by_itself = [file for file in read if not any(map(is_archive, (file.name, *file.name.parents)))]
    alone = upload.loose and len(read) == len(by_itself) == 1
    return parcel(upload.name, files, alone)


def _counting(hand_ins: Sequence[HandIn]) -> HandIn:
    """Of several hand-ins of one student the newest, if the download says when they came. If it does not, they may as well be
    of two people, and none is chosen."""
    hand_ins = list({one.name: one for one in hand_ins}.values())  # she may be named twice in a group
    if len(hand_ins) == 1:
        return hand_ins[0]
    moments = {one.name: _moment(one.handed_in_at) for one in hand_ins if one.handed_in_at}
    *others, chosen = sorted(hand_ins, key=lambda one: (moments.get(one.name, 0), one.name))
    if len(moments) < len(hand_ins) or moments[others[-1].name] == moments[chosen.name]:
        return _refused(chosen, sorted(one.name for one in hand_ins))
    note = text(
        "Handed in more than once: {chosen} counts, not {others}.",
        chosen=chosen.name,
        others=_some(one.name for one in others),
    )
    return chosen._replace(notes=(*chosen.notes, note))


def _refused(one: HandIn, names: Sequence[str]) -> HandIn:
    why = text("{names} are one student's by their names; which one counts is not said: leave one.", names=_some(names))

    def read() -> Parcel:
        raise SubmissionError(why)

    return one._replace(name=_some(names).en, read=read)


def _some(names: Iterable[str]) -> Text:
    names = list(names)
    return listed([*names[:MAX_LISTED], *(["…"] if len(names) > MAX_LISTED else [])])


def _moment(at: str) -> float:
    when = datetime.fromisoformat(at)
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def _about(layout: str, others: Sequence[Child], count: int) -> Iterable[Text]:
    if layout in LAYOUTS:
        yield ntext(
            "A download of {platform}: {n} was handed in.",
            "A download of {platform}: {n} were handed in.",
            count,
            platform=LAYOUTS[layout],
        )
    else:
        yield ntext(
            "Each file or folder is taken for one student's: {n} was found.",
            "Each file or folder is taken for one student's: {n} were found.",
            count,
        )
    if others:
        yield text("Nobody's, and left out: {names}.", names=_some(one.name for one in others))
