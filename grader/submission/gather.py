"""The wanted files of a folder or archive, and of the archives in it. Nothing is unpacked to disk, no link is followed."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from grader.errors import SubmissionError
from grader.lacking import reraise_lack
from grader.model import Text
from grader.submission.account import Account, TooMuch
from grader.submission.files import Entries, File, Wanted, irregular, is_archive, is_skipped, plain_name, read_from
from grader.submission.opening import Folder, Irregular, open_folder, open_regular
from grader.words import text


def read_files(path: Path, wanted: Wanted) -> list[File]:
    """The wanted files of a folder or archive, shallow ones first. Raises SubmissionError if it is damaged or huge."""
    return gather(partial(_entries, path), wanted, str(path))


def gather(entries: Callable[[Account], Entries], wanted: Wanted, whole: str, nested: bool = False) -> list[File]:
    """The wanted files among `entries`, shallow ones first; and if `nested`, those in the archives among them, which are
    not opened any deeper. A damaged archive is a file with a problem, and costs the others nothing.

    Raises SubmissionError if `whole`, as people call it, is damaged or huge, or holds two files of one name.
    """
    account = Account(whole)
    found = _gather(entries, wanted, whole, account, nested)
    return sorted(found, key=lambda file: (len(file.name.parts), str(file.name)))


def _gather(
    entries: Callable[[Account], Entries], wanted: Wanted, whole: str, account: Account, nested: bool
) -> list[File]:
    found: dict[PurePosixPath, list[File]] = {}
    try:
        for name, read in entries(account):
            account.take(entries=1)
            if name is None:
                continue
            is_inside = nested and is_archive(name)
            if not is_inside and not wanted(name):
                continue
            if name in found:  # programs differ in which of the two they unpack
                raise SubmissionError(text("{path} holds two files called {name}; hand in one.", path=whole, name=name))
            file = read(name, account)
            if is_inside:
                found[name] = _inside(file, wanted, account)
            else:
                account.take(kept=len(file.data or b""))
                found[name] = [file]
    except SubmissionError:
        raise
    except Exception as error:  # zipfile, tars.py, zlib and lzma each raise what their own code stumbles over
        reraise_lack(error)
        raise SubmissionError(
            text("{path} is damaged or not an archive ({kind}); make it again.", path=whole, kind=type(error).__name__)
        ) from None
    return [file for files in found.values() for file in files]


def _inside(archive: File, wanted: Wanted, account: Account) -> list[File]:
    if archive.data is None:
        return [archive]
    account.take(packed=len(archive.data))

    def entries(account: Account) -> Entries:
        return ((name and archive.name / name, read) for name, read in unpacked(archive, account))

    try:
        return _gather(entries, wanted, str(archive.name), account, nested=False)
    except TooMuch:
        raise
    except SubmissionError as error:
        return [File(archive.name, None, error.text)]


def unpacked(archive: File, account: Account) -> Entries:
    """What is in an archive that was read. Raises whatever zipfile and zlib raise; `gather` makes a sentence of it."""
    from grader.submission.archives import (
        archive_entries,  # here: zipfile costs every start more than all of `grader`
    )

    return archive_entries(archive.name.name, lambda: io.BytesIO(archive.data or b""), account)


def _entries(path: Path, account: Account) -> Entries:
    if path.is_dir():
        return folder_entries(path)
    from grader.submission.archives import archive_entries

    return archive_entries(path.name, lambda: open_regular(path.resolve()), account)


def folder_entries(root: Path, inside: Sequence[str] = ()) -> Entries:
    """The files of the folder `inside` of `root`, at any depth. Raises SubmissionError for what cannot be walked: what is in
    it must not count as not handed in."""
    called = PurePosixPath(root.name, *inside).name
    try:
        folder = open_folder(root, inside)
    except OSError as error:
        reraise_lack(error)
        raise SubmissionError(unreadable(called, error)) from None
    with folder:
        yield from _walk(folder, called, "")


def _walk(folder: Folder, called: str, inside: str) -> Entries:
    try:
        entries = folder.entries()
    except OSError as error:
        reraise_lack(error)
        raise SubmissionError(unreadable(inside.rstrip("/") or called, error)) from None
    for name, is_folder in entries:
        if not is_folder:
            yield plain_name(inside + name), partial(read_from, partial(folder.file, name))
    for name, is_folder in entries:
        if not is_folder or is_skipped(name):
            continue
        plain_name(inside + name)  # raises where it is too deep
        try:
            below = folder.folder(name)
        except OSError as error:
            reraise_lack(error)
            raise SubmissionError(unreadable(inside + name, error)) from None
        with below:
            yield from _walk(below, called, f"{inside}{name}/")


def unreadable(name: str, error: OSError) -> Text:
    if isinstance(error, Irregular):  # it became one after it was listed as a folder
        return irregular(PurePosixPath(name)).problem
    return text("{name} cannot be read: {reason}.", name=name, reason=error.strerror)
