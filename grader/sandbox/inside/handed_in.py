"""The other files of a hand-in, as modules that an answer imports. They come as text; nothing is read from disk.

Python's own modules and numpy are found before them, whatever the files are called. A folder of the hand-in is looked through
where Python would look if it were on its path: that of the answer, those above it, and then the others.
Runs inside the jail.
"""

from __future__ import annotations

import importlib.machinery
import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.abc import Loader, MetaPathFinder
from types import CodeType, ModuleType
from typing import Any, NamedTuple, NoReturn

PACKAGE = "handed_in"  # what relative imports start from: the whole hand-in
_PREFIX = "<hand-in>/"  # of folders in a package's `__path__`, so that nothing of that name is looked for on disk
_OURS = ("numpy",)
_DOT = "\u2024"  # for the dot in a folder's name: in the name of a module dots part packages


class Place(NamedTuple):
    """Where a module stands.

    Attributes:
        path: of its file; empty for a folder without `__init__.py`.
        folder: of a package; None for a plain module.
    """

    path: str
    folder: str | None


def roots(path: str, paths: Iterable[str]) -> list[str]:
    """The folders in which the imports of the file at `path` are looked for, in that order."""
    own = path.rpartition("/")[0]
    above = ["/".join(own.split("/")[:count]) for count in range(own.count("/") + 1, 0, -1)] if own else []
    folders = {"/".join(parts[:count]) for one in paths for parts in [one.split("/")] for count in range(1, len(parts))}
    rest = sorted(folders - {*above, ""}, key=lambda folder: (folder.count("/"), folder))
    return [*above, "", *rest]


def package_of(path: str) -> str:
    """The package that a file's relative imports are relative to."""
    folder = path.rpartition("/")[0].replace(".", _DOT)
    return ".".join([PACKAGE, *folder.split("/")]) if folder else PACKAGE


def is_pythons(name: str) -> bool:
    """Whether a module of this name comes from Python or numpy, whatever is handed in."""
    top = name.partition(".")[0]
    return top in sys.stdlib_module_names or top in _OURS


@lru_cache(1024)
def is_installed(name: str) -> bool:
    """Whether a module can be had without the hand-in. Its parents are not imported to see that."""
    top = name.partition(".")[0]
    if top in sys.builtin_module_names or top in sys.modules:  # numpy is loaded before the jail closes
        return True
    finders = (importlib.machinery.FrozenImporter, importlib.machinery.PathFinder)
    return any(finder.find_spec(top) is not None for finder in finders)


def find(name: str, folders: Sequence[str], paths: frozenset[str]) -> Place | None:
    """The module `name`, without dots, in one of the folders."""
    name = name.replace(_DOT, ".")
    for folder in folders:
        inside = f"{folder}/{name}" if folder else name
        if f"{inside}/__init__.py" in paths:
            return Place(f"{inside}/__init__.py", inside)
        if f"{inside}.py" in paths:
            return Place(f"{inside}.py", None)
    for folder in folders:
        inside = f"{folder}/{name}" if folder else name
        if any(path.startswith(f"{inside}/") for path in paths):
            return Place("", inside)
    return _whatever_the_case(name, folders, paths)


def _whatever_the_case(name: str, folders: Sequence[str], paths: frozenset[str]) -> Place | None:
    """As Windows and macOS find `utils.py` for `import Utils`."""
    wanted = [f"{folder}/{name}.py".lstrip("/").lower() for folder in folders]
    found = [path for one in wanted for path in paths if path.lower() == one]
    return Place(found[0], None) if found else None


def find_dotted(name: str, folders: Sequence[str], paths: frozenset[str]) -> list[Place]:
    """The places of `a`, `a.b` and `a.b.c`; empty if any is not there, or is Python's own."""
    if is_pythons(name):
        return []
    found: list[Place] = []
    for part in name.split("."):
        if part == PACKAGE and not found:
            place: Place | None = Place("", "")
        else:
            place = find(part, folders, paths)
        if place is None:
            return []
        found.append(place)
        folders = [] if place.folder is None else [place.folder]
    return found


class HandedIn(MetaPathFinder, Loader):
    """Imports from the files of a hand-in, compiled.

    Attributes:
        codes: by path.
        folders: as `roots` gives them.
    """

    def __init__(self, codes: dict[str, CodeType], folders: Sequence[str]) -> None:
        self.codes = codes
        self.folders = folders
        self.paths = frozenset(codes)
        self.loaded: list[str] = []

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if path is None:
            places = find_dotted(name, self.folders, self.paths)
            place = places[0] if places else None
        else:
            folders = [one.removeprefix(_PREFIX) for one in path if one.startswith(_PREFIX)]
            place = find(name.rpartition(".")[2], folders, self.paths)
        if place is None:
            return None
        spec = importlib.machinery.ModuleSpec(name, self, origin=place.path, is_package=place.folder is not None)
        spec.loader_state = place
        if place.folder is not None:
            spec.submodule_search_locations = [_PREFIX + place.folder]
        return spec

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        assert module.__spec__ is not None
        self.loaded.append(module.__name__)
        path = module.__spec__.loader_state.path
        module.__file__ = path
        if path:
            exec(self.codes[path], module.__dict__)


def make_importable(codes: dict[str, CodeType], path: str) -> None:
    """Let the answer at `path` import these; what an answer before it imported is forgotten."""
    for before in [one for one in sys.meta_path if isinstance(one, HandedIn)]:
        sys.meta_path.remove(before)
        for name in before.loaded:
            sys.modules.pop(name, None)
    if codes:
        sys.meta_path.insert(0, HandedIn(codes, roots(path, codes)))


class Absent:
    """Stands for what an import would have given if its module were there. To have it costs nothing; to use it raises."""

    def __init__(self, name: str) -> None:
        self.__dict__["_missing"] = name

    def __getattr__(self, name: str) -> Absent:
        if name.startswith("__"):  # what Python asks of anything
            raise AttributeError(name)
        return self

    def __getitem__(self, key: Any) -> Absent:  # Optional[torch.Tensor], in an annotation
        return self

    def __or__(self, other: Any) -> Absent:
        return self

    __ror__ = __or__

    def _use(self, *args: Any, **kwargs: Any) -> NoReturn:
        missing: str = self.__dict__["_missing"]
        raise ModuleNotFoundError(f"No module named {missing!r}", name=missing)

    __call__ = __iter__ = __bool__ = __len__ = __enter__ = __mro_entries__ = __array__ = __setattr__ = _use
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __pow__ = __rpow__ = (
        _use
    )
    __matmul__ = __rmatmul__ = __neg__ = __float__ = __int__ = __index__ = _use
