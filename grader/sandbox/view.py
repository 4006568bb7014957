"""Which files a worker may see: the standard library and numpy, and nothing else of this machine."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from functools import cache

from grader.sandbox.libraries import CACHE, libraries

NOBODY = 65534
_PACKAGES = ("site-packages", "dist-packages")
_SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64")
# What of numpy, and of the standard library, is loaded before a worker is confined, and may need a library of the system.
_NUMPY_FOLDERS = ("_core", "core", "linalg", "fft", "random")
_MODULES = ("_ctypes.", "_hashlib.", "binascii.", "zlib.")


@cache
def numpy_folder() -> str:
    """Where numpy is installed, found without importing it."""
    spec = importlib.util.find_spec("numpy")
    if spec is None or spec.origin is None:
        raise ImportError("numpy is not installed")
    return os.path.dirname(spec.origin)


def readable_paths() -> list[str]:
    """Folders and files for Landlock to allow. It cannot take a sub-folder away again, so a standard library
    that holds site-packages is listed entry by entry without it."""
    library = os.path.dirname(os.__file__)
    entries = os.listdir(library)
    whole = not any(name in entries for name in _PACKAGES)
    paths = [library] if whole else [f"{library}/{name}" for name in entries if name not in _PACKAGES]
    return paths + _numpy_paths()


def _numpy_paths() -> list[str]:
    folder = numpy_folder()
    return [path for path in (folder, f"{os.path.dirname(folder)}/numpy.libs") if os.path.isdir(path)]


def bubblewrap_options(environment: dict[str, str]) -> list[str]:
    """Everything that the zygote needs, read-only, in namespaces of its own, and of variables `environment` alone. What
    lies inside a folder that it needs but must not be seen (other packages, the course) is covered by an empty one."""
    options = ["--unshare-all", "--unshare-user", "--disable-userns", "--cap-drop", "ALL"]
    options += ["--uid", str(NOBODY), "--gid", str(NOBODY)] if os.getuid() == 0 else []
    options += ["--die-with-parent", "--new-session", "--proc", "/proc", "--chdir", "/"]
    library = os.path.dirname(os.__file__)
    own = [*_numpy_paths(), os.path.join(os.path.dirname(__file__), "inside"), *_program_files()]
    shown = [*_system_files(environment.get("LD_LIBRARY_PATH", "")), library]
    covered = [f"{library}/{name}" for name in _PACKAGES]
    covered += [path for path in sys.path if os.path.basename(path) in _PACKAGES]
    covered.append(
        os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    )  # our own packages, and the course beside them
    for path in shown:
        options += ["--ro-bind", path, path]
    for path in dict.fromkeys(covered):
        if os.path.isdir(path) and any(path.startswith(folder + "/") for folder in shown):
            options += ["--tmpfs", path, "--remount-ro", path]
    for path in own:
        options += ["--ro-bind", path, path]
    options += ["--clearenv", *(word for pair in environment.items() for word in ("--setenv", *pair))]
    return options


def _system_files(searched: str) -> list[str]:
    """The libraries that the interpreter, its modules and numpy load, or, where that cannot be known, all that there are."""
    folders = [entry for entry in searched.split(":") if entry]
    found = libraries([*_program_files(), *_modules()], folders)
    return [*found, CACHE] if found else [path for path in _SYSTEM if os.path.exists(path)]


def _modules() -> Iterator[str]:
    """The extension modules of numpy, and those of the standard library that it needs."""
    places: list[tuple[str, tuple[str, ...]]] = [(f"{numpy_folder()}/{name}", ("",)) for name in _NUMPY_FOLDERS]
    places += [(folder, _MODULES) for folder in sys.path if os.path.basename(folder) == "lib-dynload"]
    for folder, beginnings in places:
        if os.path.isdir(folder):
            names = (name for name in os.listdir(folder) if name.endswith(".so") and name.startswith(beginnings))
            yield from (f"{folder}/{name}" for name in names)


def _program_files() -> list[str]:
    """The interpreter and, if it is apart, its library."""
    files = {os.path.realpath(getattr(sys, "_base_executable", sys.executable))}
    with open("/proc/self/maps") as maps:
        for line in maps:
            path = line.split(maxsplit=5)[-1].strip()
            if os.path.basename(path).startswith("libpython"):
                files.add(path)
    return sorted(files)
