"""The four configurations: who grades, and whether bubblewrap is there."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

USER = 61234  # nobody else's: whatever is this user's after a run is the run's


class Configuration(NamedTuple):
    """
    Attributes:
        uid: who runs the command.
        bubblewrap: whether it is found.
    """

    name: str
    uid: int
    bubblewrap: bool

    @property
    def level(self) -> str:
        """What `grade doctor` must say."""
        return "isolated" if self.bubblewrap else "confined"

    def command(self, *arguments: str) -> list[str]:
        """`grade` with these arguments, as this user."""
        grade = [sys.executable, "-m", "grader", *arguments]
        if self.uid == os.getuid():
            return grade
        become = str(Path(__file__).with_name("become.py"))
        return [sys.executable, become, str(self.uid), *readable(), "--", *grade]

    def environment(self, folder: Path) -> dict[str, str]:
        """All that the command inherits. Home, temporary files and programs lie in `folder`."""
        places = {name: folder / name for name in ("home", "tmp", "programs")}
        for path in places.values():
            path.mkdir(exist_ok=True)
            self.give(path)
        bwrap = shutil.which("bwrap")
        if self.bubblewrap and bwrap and not (places["programs"] / "bwrap").exists():
            (places["programs"] / "bwrap").symlink_to(bwrap)
        return {
            "PATH": str(places["programs"]), "HOME": str(places["home"]), "TMPDIR": str(places["tmp"]), "PYTHONPATH": str(ROOT),
            "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip

    def give(self, path: Path) -> None:
        """Make it this user's."""
        if os.getuid() == 0:
            os.chown(path, self.uid, self.uid, follow_symlinks=False)


def readable() -> list[str]:
    """Folders that whoever runs the command must be able to read."""
    return [str(ROOT), sys.prefix, sys.base_prefix, os.path.dirname(os.path.realpath(sys.executable))]


def _user() -> int:
    return USER if os.getuid() == 0 else os.getuid()


CONFIGURATIONS = (
    Configuration("root-bubblewrap", 0, True),
    Configuration("root-bare", 0, False),
    Configuration("user-bubblewrap", _user(), True),
    Configuration("user-bare", _user(), False),
)
