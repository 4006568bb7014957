"""Habits of platforms: under which names a student's files come out of a download."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.submission.habits.pieces import Files, zipped

OLD = b"import numpy as np\n\n\ndef sigmoid(x):\n    return 1 / np.exp(-x)\n"


class Given(NamedTuple):
    """
    Attributes:
        student: the id under which the student is graded.
        name: what the download calls the student.
        files: by path in the download.
        named: of files that must be said to be unused, beside the student's own.
    """

    student: str
    name: str
    files: Files
    named: frozenset[str] = frozenset()


class Platform(NamedTuple):
    """`give` makes of a student's number and files what comes in a `download` of that kind."""

    download: str
    give: Callable[[int, Files], Given]


def _folder(form: str, inside: str = "") -> Platform:
    """A folder a student; an archive that is all of it is the student's child by itself now and then."""

    def give(number: int, files: Files) -> Given:
        name = form.format(n=number, login=f"s{number:03}")
        ending = next((path[path.index(".") :] for path in files if path.startswith(("hw1.", "11111111."))), "")
        if len(files) == 1 and ending and number % 2 and not inside:
            [data] = files.values()
            return Given(name, name, {name + ending: data})
        return Given(name, name, {f"{name}/{inside}{path}": data for path, data in files.items()})

    return Platform("plain", give)


def _archive(form: str) -> Platform:
    """All in one zip, which the platform names."""

    def give(number: int, files: Files) -> Given:
        name = form.format(n=number, login=f"s{number:03}")
        return Given(name, name, {f"{name}.zip": zipped(files)})

    return Platform("plain", give)


def _moodle(number: int, files: Files) -> Given:
    name = f"Taro {number} Yamada"
    folder = f"{name}_{70000 + number}_assignsubmission_file_"
    return Given(f"{70000 + number}", name, {f"{folder}/{path}": data for path, data in files.items()})


def _canvas(number: int, files: Files) -> Given:
    """Loose files under a prefix. Canvas takes no folders: who has some packs them."""
    if any("/" in path for path in files):
        files = {"hw1.zip": zipped(files)}
    name = f"yamadataro{chr(97 + number % 26)}"
    uploads = {f"{name}_{80000 + number}_{9000 + at}_{path}": data for at, (path, data) in enumerate(files.items())}
    return Given(f"{80000 + number}", name, uploads)


def _canvas_again(number: int, files: Files) -> Given:
    """A wrong `sigmoid.py`, and the right one that was uploaded later."""
    if "sigmoid.py" not in files or any("/" in path for path in files):  # in a zip the name is nobody's but hers
        return _canvas(number, files)
    later = {("sigmoid-1.py" if path == "sigmoid.py" else path): data for path, data in files.items()}
    return _canvas(number, {**later, "sigmoid.py": OLD})._replace(named=frozenset(["sigmoid.py"]))


def _canvas_first(number: int, files: Files) -> Given:
    """`relu-2.py`, although it is the first: the name was used for another assignment."""
    return _canvas(number, {("relu-2.py" if path == "relu.py" else path): data for path, data in files.items()})


PLATFORMS = {
    "platform-folder": _folder("s{n:03}"),
    "platform-nbgrader-tree": _folder("t{n:03}", "ps1/"),
    "platform-ilias": _folder("Yamada_Taro_{login}_12{n:03}"),
    "platform-numeric-folders": _folder("12{n:03}"),
    "platform-classroom-usernames": _folder("octo-panda-{n}"),
    "platform-classroom-suffix": _folder("hw1-yamada{n}"),
    "platform-moodle-own-scheme": _folder("Yamada_20240{n:03}"),
    "platform-all-same-name": _folder("山田 太郎 {n}"),
    "platform-gradescope-folders": _folder("submission_123456{n:03}"),
    "platform-d2l-lumped": _archive("Taro Yamada {n} - hw1"),
    "platform-blackboard-names": _archive("HW1_{login}_attempt_2024-05-01-10-00-00_hw"),
    "platform-webassign": _archive("{login}@school_2201_3302_0_1"),
    "platform-moodle-folders": Platform("moodle", _moodle),
    "platform-canvas-prefix": Platform("canvas", _canvas),
    "platform-canvas-resubmission": Platform("canvas", _canvas_again),
    "platform-canvas-suffix-on-first": Platform("canvas", _canvas_first),
}
