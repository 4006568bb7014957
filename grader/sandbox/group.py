"""A control group round a zygote and its workers, where one may be made below our own (cgroups(7)): how many tasks there are and how
much memory all of them use, which no limit of a single process counts.

Nothing is moved but the zygote: where a group's children get no controller, because we ourselves are in it, there is none.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from grader.sandbox.inside.confine import MAX_TASKS, MEMORY_BYTES

MOST_TASKS = 2 * MAX_TASKS  # more than one worker may have: the zygote needs room for the next
_LIMITS = {  # controller: (file of version 1, file of version 2, what it says)
    "pids": ("pids.max", "pids.max", MOST_TASKS),
    "memory": ("memory.limit_in_bytes", "memory.max", 2 * MEMORY_BYTES),
}
_PREFIX = "gradkata-"
_LEAVING_S = 0.2  # whoever was killed leaves its group a moment later
_numbers = count()


class Group:
    """
    Attributes:
        missing: the controllers that could not be had, with the reason.
    """

    def __init__(self) -> None:
        self.missing: dict[str, str] = {}
        self.folders: list[Path] = []

    def close(self) -> None:
        """Take it away, when nobody is in it any more. What cannot be is taken away by a later one."""
        until = time.monotonic() + _LEAVING_S
        for folder in dict.fromkeys(self.folders):
            while not _removed(folder) and time.monotonic() < until:
                time.sleep(0.002)


def limited(process: int) -> Group:
    """A group of this process and all that it started, and will start."""
    group, name = Group(), f"{_PREFIX}{os.getpid()}-{next(_numbers)}"
    for controller, (first, second, most) in _LIMITS.items():
        try:
            above, limit = _own(controller, first, second)
            _clear(above)
            folder = above / name
            folder.mkdir(exist_ok=True)
            group.folders.append(folder)
            (folder / limit).write_text(str(most))
            for one in _with_descendants(process):
                (folder / "cgroup.procs").write_text(str(one))
        except OSError as error:
            group.missing[controller] = error.strerror or str(error)
    return group


def _own(controller: str, first: str, second: str) -> tuple[Path, str]:
    """The folder of our own group for a controller, and the file of the limit. Raises OSError if its children have none."""
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, names, path = line.split(":", 2)
        if controller in names.split(","):
            for mounted in _mounted("cgroup", controller):
                return mounted / path.lstrip("/"), first
        for mounted in _mounted("cgroup2") if not names else ():
            folder = mounted / path.lstrip("/")
            if controller in (folder / "cgroup.subtree_control").read_text().split():
                return folder, second
    raise OSError(f"no children of our group have {controller}")


def _with_descendants(process: int) -> Iterator[int]:
    yield process
    for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
        yield from _with_descendants(int(child))


def _mounted(kind: str, option: str = "") -> Iterator[Path]:
    for line in Path("/proc/self/mounts").read_text().splitlines():
        _, place, found, options, *_ = line.split()
        if found == kind and (not option or option in options.split(",")):
            yield Path(place)


def _clear(above: Path) -> None:
    """Take away what graders have left that were killed."""
    for folder in above.glob(f"{_PREFIX}*"):
        if not os.path.exists(f"/proc/{folder.name.removeprefix(_PREFIX).partition('-')[0]}"):
            _removed(folder)


def _removed(folder: Path) -> bool:
    try:
        folder.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
