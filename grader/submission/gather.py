"""The wanted files of a folder or archive, and of the archives in it. Nothing is unpacked to disk. Links are followed in
one's own workspace alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from grader.errors import SubmissionError
from grader.lacking import reraise_lack
from grader.model import Text
from grader.submission.account import Account, TooMuch
from grader.submission.files import Entries, File, Read, Wanted, irregular, link, plain_name, read_from
from grader.submission.formats import is_archive, unopened
from grader.submission.opening import Folder, Irregular, open_folder, open_regular
from grader.words import text

MAX_NESTED = 4  # archives in archives
MAX_NAMED = 1000  # files that are not read
_ENVIRONMENT = frozenset(
    [
        "bin",
        "conda-meta",
        "dlls",
        "etc",
        "include",
        "lib",
        "lib64",
        "library",
        "libs",
        "scripts",
        "share",
        "tcl",
        "tools",
    ]
)


def read_files(
    path: Path, wanted: Wanted, nested: bool = True, follow: bool = False, named_all: bool = False
) -> list[File]:
    """The wanted files of a folder or archive, as `gather` has them; links of a folder are followed if `follow`. Raises
    SubmissionError if it is damaged or huge."""
    return gather(partial(_entries, path, follow), wanted, str(path), nested, named_all)


def gather(
    entries: Callable[[Account], Entries], wanted: Wanted, whole: str, nested: bool = True, named_all: bool = False
) -> list[File]:
    """The wanted files among `entries`, shallow ones first; and if `nested`, those in the archives among them, and in the
    archives in these. An archive that is damaged, or that is not opened here, is a file with a problem, and costs the others
    nothing; so is a link that may stand for a folder. With `named_all` there are also files without data or problem: those that
    are not wanted, by their names, as long as they are not very many.

    Raises SubmissionError if `whole`, as people call it, is damaged or huge, or holds two files of one name.
    """
    account = Account(whole, named=MAX_NAMED if named_all else 0)
    found = _gather(entries, wanted, whole, account, MAX_NESTED if nested else None)
    return sorted(found, key=lambda file: (len(file.name.parts), str(file.name)))


def _gather(
    entries: Callable[[Account], Entries], wanted: Wanted, whole: str, account: Account, depth: int | None
) -> list[File]:
    found: dict[PurePosixPath, list[File]] = {}
    environments: set[PurePosixPath] = set()
    try:
        for name, read in entries(account):
            if name is None:
                account.take(skipped=1)
                continue
            environments.update(_environment(name))
            if (
                (depth is None or not is_archive(name))
                and not wanted(name)
                and not (read is link and may_be_folder(name))
            ):
                account.take(skipped=1)
                if account.named:
                    account.named -= 1
                    found.setdefault(name, [File(name, None)])
                continue
            account.take(entries=1)
            if name in found:  # programs differ in which of the two they unpack
                raise SubmissionError(text("{path} holds two files called {name}; hand in one.", path=whole, name=name))
            if depth is not None and is_archive(name):
                found[name] = _inside(name, read, wanted, account, depth)
            else:
                file = read(name, account)
                account.take(kept=len(file.data or b""))
                found[name] = [file]
    except SubmissionError:
        raise
    except Exception as error:  # zipfile, tars.py, zlib and lzma each raise what their own code stumbles over
        from grader.submission.archives import damaged

        reraise_lack(error)
        raise damaged(whole, error) from None
    return [file for name, files in found.items() if not _is_of(name, environments) for file in files]


def _environment(name: PurePosixPath) -> list[PurePosixPath]:
    """The folder that a file shows to be a Python environment (of venv, virtualenv or conda), if it does."""
    if name.name == "pyvenv.cfg":
        return [name.parent]
    return [name.parent.parent] if name.parent.name == "conda-meta" else []


def _is_of(name: PurePosixPath, environments: set[PurePosixPath]) -> bool:
    """Whether a file belongs to an environment. What people put beside its own folders is theirs."""
    return bool(environments) and any(
        name.relative_to(folder).parts[0].lower() in _ENVIRONMENT for folder in name.parents if folder in environments
    )


def may_be_folder(name: PurePosixPath) -> bool:
    """Whether something may be a folder by its name: `week1`, `week1.2`, and not `plot.png`."""
    return not name.suffix[1:2].isalpha()


def _inside(name: PurePosixPath, read: Read, wanted: Wanted, account: Account, depth: int) -> list[File]:
    why = unopened(str(name))
    if not depth:
        why = text("{name} lies in more than {depth} archives; unpack them.", name=name, depth=MAX_NESTED)
    if why:
        return [File(name, None, why)]
    archive = read(name, account)
    if archive.data is None:
        return [archive]
    account.take(packed=len(archive.data))

    def entries(account: Account) -> Entries:
        return ((inner and name / inner, read) for inner, read in unpacked(archive, account))

    try:
        found = _gather(entries, wanted, str(name), account, depth - 1)
        # empty, or an environment and the like: somebody handed it in, and must be told that nothing is in it
        return found or [File(name, None, text("{name} holds nothing that could be an answer.", name=name))]
    except TooMuch:
        raise
    except SubmissionError as error:
        return [File(name, None, error.text)]


def unpacked(archive: File, account: Account) -> Entries:
    """What is in an archive that was read. Raises whatever zipfile and zlib raise; `gather` makes a sentence of it."""
    from grader.submission.archives import (
        archive_entries,  # here: zipfile costs every start more than all of `grader`
    )

    return archive_entries(archive.name.name, lambda: io.BytesIO(archive.data or b""), account)


def _entries(path: Path, follow: bool, account: Account) -> Entries:
    if path.is_dir():
        return folder_entries(path, follow=follow)
    from grader.submission.archives import archive_entries

    return archive_entries(path.name, lambda: open_regular(path.resolve()), account)


def folder_entries(root: Path, inside: Sequence[str] = (), follow: bool = False) -> Entries:
    """The files of the folder `inside` of `root`, at any depth. Raises SubmissionError for what cannot be walked: what is in
    it must not count as not handed in."""
    called = PurePosixPath(root.name, *inside).name
    walk = _Walk(called, follow)
    try:
        folder = open_folder(root, inside)
    except OSError as error:
        reraise_lack(error)
        raise SubmissionError(unreadable(called, error)) from None
    with folder:
        yield from walk.files(folder, "")
    while walk.links:  # last: where a folder has two names, its own is better
        name = walk.links.pop(0)
        yield from walk.below(partial(open_folder, root.joinpath(*inside, name)), name)


class _Walk:
    """A way through folders. Followed links are left for later, and no folder is entered twice: links may run in a circle."""

    def __init__(self, called: str, follow: bool) -> None:
        self.called, self.follow = called, follow
        self.links: list[str] = []
        self.seen: set[tuple[int, int]] = set()

    def files(self, folder: Folder, inside: str) -> Entries:
        try:
            if self.follow and not self._enter(folder):
                return
            entries = folder.entries()
        except OSError as error:
            reraise_lack(error)
            raise SubmissionError(unreadable(inside.rstrip("/") or self.called, error)) from None
        for one in entries:
            if one.link and self.follow and folder.leads_to_folder(one.name):
                self.links.append(inside + one.name)
            elif one.link and not self.follow:
                yield plain_name(inside + one.name), link
            elif not one.folder:
                opened = partial(folder.file, one.name, self.follow)
                yield plain_name(inside + one.name), partial(read_from, opened)
        for one in entries:
            if one.folder and plain_name(inside + one.name) is not None:  # raises where it is too deep
                yield from self.below(partial(folder.folder, one.name), inside + one.name)

    def below(self, opened: Callable[[], Folder], name: str) -> Entries:
        if plain_name(name) is None:
            return
        try:
            folder = opened()
        except OSError as error:
            reraise_lack(error)
            raise SubmissionError(unreadable(name, error)) from None
        with folder:
            yield from self.files(folder, f"{name}/")

    def _enter(self, folder: Folder) -> bool:
        """Whether it is entered for the first time."""
        known = len(self.seen)
        self.seen.add(folder.identity())
        return len(self.seen) > known


def unreadable(name: str, error: OSError) -> Text:
    if isinstance(error, Irregular):  # it became one after it was listed as a folder
        return irregular(PurePosixPath(name)).problem
    return text("{name} cannot be read: {reason}.", name=name, reason=error.strerror)
