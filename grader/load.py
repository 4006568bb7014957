"""A path to a `Submission`: a file, a folder, a zip or tar, a notebook. Reads, and never parses Python.

In a folder or archive an answer is found by its exercise's id (`affine.py`), at any depth; archives are read
in memory and never unpacked. What is skipped or chosen among several is said in a note.
"""

from __future__ import annotations

import io
import os
import re
import stat
import tarfile
import tokenize
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from grader.model import NOTHING, Answer, Cell, Exercise, Submission, SubmissionError, Text

MAX_SOURCE_BYTES = 1 << 20
MAX_NOTEBOOK_BYTES = 64 << 20  # with outputs
MAX_ARCHIVE_BYTES = 64 << 20
MAX_ENTRIES = 5000

_ARCHIVES = (".zip", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tbz2", ".txz")
_SKIPPED = ("__pycache__", "__MACOSX", "node_modules", "site-packages")


class _File(NamedTuple):
    """A file of the submission. `data` is None if it may not be read; `note` then says why."""

    name: PurePosixPath
    data: bytes | None
    note: Text = NOTHING


def load(path: Path, exercises: Sequence[Exercise]) -> Submission:
    """Read what was handed in for `exercises`. Raises SubmissionError if nothing at all can be read."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise SubmissionError(
            Text(
                f"{path}: {error.strerror}. Check the path.",
                f"{path} を読めません({error.strerror})。パスを確かめてください。",
            )
        ) from None
    if stat.S_ISDIR(mode):
        return _collect(str(path), _walk(path), exercises)
    if not stat.S_ISREG(mode):
        raise SubmissionError(
            Text(f"{path} is not a file or a folder.", f"{path} はファイルでもフォルダでもありません。")
        )
    name = path.name.lower()
    if name.endswith(".zip"):
        return _collect(str(path), _archived(path, _zip_files), exercises)
    if name.endswith(_ARCHIVES):
        return _collect(str(path), _archived(path, _tar_files), exercises)
    if name.endswith((".py", ".ipynb")):
        file = _read(path, PurePosixPath(path.name))
        if name.endswith(".ipynb"):
            return _notebook_alone(str(path), file, exercises)
        return _file_alone(str(path), file, exercises)
    raise SubmissionError(
        Text(f"{path}: hand in a .py file, a notebook, a folder, a zip or a tar.",
             f"{path}: .py ファイル、ノートブック、フォルダ、zip、tar のどれかを指定してください。")
    )  # fmt: skip


def _file_alone(name: str, file: _File, exercises: Sequence[Exercise]) -> Submission:
    answer = _answer(file)
    about = _exercise_of(file.name, exercises)
    if about:
        return Submission(name, {about: answer})
    note = Text(f"{file.name} is not named after an exercise; it is taken as the answer to each one asked for.",
                f"{file.name} は問題の名前ではないので、指定された問題すべての解答とみなします。")  # fmt: skip
    return Submission(name, {}, answer, () if len(exercises) == 1 else (note,))


def _notebook_alone(name: str, file: _File, exercises: Sequence[Exercise]) -> Submission:
    from grader.notebook import read_notebook

    if file.data is None:
        raise SubmissionError(file.note)
    notebook = read_notebook(file.data, file.name.name, [exercise.id for exercise in exercises])
    return Submission(name, notebook.answers, notebook.anywhere, notebook.notes)


def _collect(name: str, files: Iterator[_File], exercises: Sequence[Exercise]) -> Submission:
    """Choose each exercise's answer among the files."""
    found: dict[str, list[_File]] = {}
    notebooks: list[_File] = []
    notes: list[Text] = []
    for file in sorted(files, key=lambda file: (len(file.name.parts), str(file.name))):
        if file.name.suffix == ".ipynb":
            notebooks.append(file)
        elif about := _exercise_of(file.name, exercises):
            found.setdefault(about, []).append(file)
        elif file.note:
            notes.append(file.note)
    answers: dict[str, Answer] = {}
    for exercise in exercises:
        candidates = found.get(exercise.id, [])
        if candidates:
            answers[exercise.id] = _answer(candidates[0])
        if len(candidates) > 1:
            notes.append(
                Text(f"{candidates[0].name} is graded; {', '.join(str(one.name) for one in candidates[1:])} is not.",
                     f"{candidates[0].name} を採点しました({'、'.join(str(one.name) for one in candidates[1:])} は採点していません)。")
            )  # fmt: skip
    anywhere = None
    for file in notebooks:
        notebook = _notebook_alone(name, file, exercises) if _readable(file, notes) else None
        if notebook is None:
            continue
        notes += notebook.notes
        anywhere = anywhere or notebook.anywhere
        for id_, answer in notebook.answers.items():
            if id_ not in answers or _is_stub(answers[id_], exercises, id_):
                answers[id_] = answer
    if anywhere is not None:
        # An untouched file beside a notebook says nothing; the notebook may hold the answer.
        answers = {id_: answer for id_, answer in answers.items() if not _is_stub(answer, exercises, id_)}
    return Submission(name, answers, anywhere, tuple(dict.fromkeys(notes)))


def _readable(file: _File, notes: list[Text]) -> bool:
    from grader.notebook import read_notebook

    try:
        if file.data is None:
            raise SubmissionError(file.note)
        read_notebook(file.data, file.name.name, [])
    except SubmissionError as error:
        notes.append(error.text)
        return False
    return True


def _is_stub(answer: Answer, exercises: Sequence[Exercise], id_: str) -> bool:
    exercise = next(one for one in exercises if one.id == id_)
    return exercise.stub.is_file() and answer.text.split() == exercise.stub.read_text(encoding="utf-8").split()


def _exercise_of(name: PurePosixPath, exercises: Sequence[Exercise]) -> str | None:
    """Which exercise a file name means: its id, or its id with what browsers and people add (`affine (1)`)."""
    if name.suffix.lower() != ".py":
        return None
    stem = name.stem.lower()
    ids = [exercise.id for exercise in exercises]
    if stem in ids:
        return stem
    plain = re.sub(r"[ _-]*(\(\d+\)|copy|final|v?\d+|のコピー|コピー)$", "", stem)
    return plain if plain in ids else None


# --- files ------------------------------------------------------------------------------------------------


def _walk(root: Path) -> Iterator[_File]:
    count = 0
    for folder, folders, names in os.walk(root, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(names):
            path = Path(folder, name)
            if name.startswith(".") or path.suffix not in (".py", ".ipynb"):
                continue
            count += 1
            if count > MAX_ENTRIES:
                raise SubmissionError(_too_many(str(root)))
            yield _read(path, PurePosixPath(path.relative_to(root).as_posix()))


def _read(path: Path, name: PurePosixPath) -> _File:
    """A regular file's bytes. Links, pipes and devices are never opened."""
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            return _File(
                name, None, Text(f"{name} is a link and was skipped.", f"{name} はリンクなので読み飛ばしました。")
            )
        if not stat.S_ISREG(status.st_mode):
            return _File(
                name,
                None,
                Text(
                    f"{name} is not a regular file and was skipped.",
                    f"{name} は通常のファイルではないので読み飛ばしました。",
                ),
            )
        if status.st_size > _limit(name):
            return _File(name, None, _too_large(name))
        return _File(name, path.read_bytes())
    except OSError as error:
        return _File(
            name, None, Text(f"{name} cannot be read: {error.strerror}.", f"{name} を読めません({error.strerror})。")
        )


def _limit(name: PurePosixPath) -> int:
    return MAX_NOTEBOOK_BYTES if name.suffix == ".ipynb" else MAX_SOURCE_BYTES


def _too_large(name: PurePosixPath) -> Text:
    limit = _limit(name) >> 20
    return Text(f"{name} is larger than {limit} MiB; hand in the source alone.",
                f"{name} が {limit} MiB を超えています。ソースだけを提出してください。")  # fmt: skip


def _too_many(name: str) -> Text:
    return Text(f"{name} holds more than {MAX_ENTRIES} files, or too much; hand in the answers alone.",
                f"{name} のファイルが多すぎるか大きすぎます。解答だけを提出してください。")  # fmt: skip


def _archived(path: Path, reader: object) -> Iterator[_File]:
    try:
        yield from reader(path)  # type: ignore[operator]
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise SubmissionError(
            Text(f"{path} is damaged or not an archive ({type(error).__name__}); make it again.",
                 f"{path} は壊れているか、アーカイブではありません({type(error).__name__})。作り直してください。")
        ) from None  # fmt: skip


def _wanted(name: str) -> PurePosixPath | None:
    """The entry's name if it can hold an answer; absolute names and `..` are no names."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or path.suffix not in (".py", ".ipynb"):
        return None
    if any(part.startswith(".") or part in _SKIPPED for part in path.parts):
        return None
    return path


def _zip_files(path: Path) -> Iterator[_File]:
    left = MAX_ARCHIVE_BYTES
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_ENTRIES:
            raise SubmissionError(_too_many(str(path)))
        for entry in entries:
            name = _wanted(entry.filename)
            if name is None or entry.is_dir():
                continue
            kind = stat.S_IFMT(entry.external_attr >> 16)
            if kind and kind != stat.S_IFREG:
                yield _File(
                    name, None, Text(f"{name} is a link and was skipped.", f"{name} はリンクなので読み飛ばしました。")
                )
                continue
            with archive.open(entry) as stream:
                file, left = _take(name, stream, left, str(path))
                yield file


def _tar_files(path: Path) -> Iterator[_File]:
    left, count = MAX_ARCHIVE_BYTES, 0
    with tarfile.open(path, "r:*") as archive:
        for entry in archive:
            count += 1
            if count > MAX_ENTRIES:
                raise SubmissionError(_too_many(str(path)))
            name = _wanted(entry.name)
            if name is None or entry.isdir():
                continue
            stream = archive.extractfile(entry) if entry.isreg() else None
            if stream is None:
                yield _File(
                    name,
                    None,
                    Text(
                        f"{name} is a link or device and was skipped.",
                        f"{name} はリンクやデバイスなので読み飛ばしました。",
                    ),
                )
                continue
            file, left = _take(name, stream, left, str(path))
            yield file


def _take(name: PurePosixPath, stream: IO[bytes], left: int, archive: str) -> tuple[_File, int]:
    """Read an entry, at most to the limits: what a header claims about sizes is not believed."""
    data = stream.read(min(_limit(name), left) + 1)
    if len(data) > left:
        raise SubmissionError(_too_many(archive))
    if len(data) > _limit(name):
        return _File(name, None, _too_large(name)), left - len(data)
    return _File(name, data), left - len(data)


# --- text --------------------------------------------------------------------------------------------------


def _answer(file: _File) -> Answer:
    name = file.name.name
    if file.data is None:
        return Answer(name, (), problem=file.note)
    text, problem = decode(file.data, name)
    return Answer(name, () if problem else (Cell(1, text, name),), problem=problem)


def decode(data: bytes, name: str) -> tuple[str, Text]:
    """Source as text with `\\n` line ends, or a problem to tell. Obeys PEP 263 and byte order marks."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        try:
            encoding = tokenize.detect_encoding(io.BytesIO(data).readline)[0]
        except SyntaxError:
            encoding = "utf-8"
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return "", Text(
            f"{name} is not {encoding} text; save it as UTF-8.",
            f"{name} は {encoding} として読めません。UTF-8 で保存してください。",
        )
    if "\0" in text:
        return "", Text(
            f"{name} holds NUL bytes; save it as plain text.",
            f"{name} に NUL 文字があります。テキストとして保存してください。",
        )
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), NOTHING
