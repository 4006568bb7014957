"""What an archive is, by its name and by its first bytes: those that are opened here, and those that are only known by name.

The bytes have the last word: browsers and people call a rar, a web page or a tar `homework.zip`.
"""

from __future__ import annotations

from pathlib import PurePath

from grader.model import Text
from grader.words import text

HEAD = 512  # of a file's bytes tell what it is

_TARS = (".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tbz2", ".txz")
_OPENED = (".zip", *_TARS)

# Names of formats are the same in every language.
_KNOWN = {
    ".rar": "RAR",
    ".7z": "7-Zip",
    ".zipx": "ZIPX",
    ".lzh": "LHA",
    ".lha": "LHA",
    ".alz": "ALZip",
    ".egg": "EGG",
    ".ace": "ACE",
    ".arj": "ARJ",
    ".cab": "CAB",
    ".sit": "StuffIt",
    ".sitx": "StuffIt",
    ".dmg": "DMG",
    ".iso": "ISO",
    ".tar.zst": "Zstandard",
    ".tzst": "Zstandard",
    ".tar.lz": "lzip",
    ".tar.lzma": "LZMA",
    ".tar.z": "compress",
    ".z01": "split ZIP",
    ".zip.001": "split ZIP",
    ".7z.001": "split 7-Zip",
}
_PACKERS = {
    ".gz": "gzip",
    ".bz2": "bzip2",
    ".xz": "xz",
    ".zst": "Zstandard",
    ".lz": "lzip",
    ".lzma": "LZMA",
    ".z": "compress",
}
_SOURCES = (".py", ".ipynb")  # of which one alone may be packed: `affine.py.gz`

_STARTS = {
    b"PK\3\4": "zip",
    b"PK\5\6": "zip",  # an empty one
    b"PK\7\x08": "zip",  # written in parts
    b"\x1f\x8b": "tar",
    b"BZh": "tar",
    b"\xfd7zXZ": "tar",
}
_FOREIGN = {
    b"Rar!\x1a\x07": "RAR",
    b"7z\xbc\xaf'\x1c": "7-Zip",
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"\x04\x22\x4d\x18": "LZ4",
    b"LZIP": "lzip",
    b"\x1f\x9d": "compress",
    b"MSCF": "CAB",
    b"ALZ\1": "ALZip",
    b"EGGA": "EGG",
    b"StuffIt": "StuffIt",
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\xd0\xcf\x11\xe0": "Microsoft Office",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}
_PAGES = (b"<!doctype", b"<html", b"<head", b"<?xml")


def is_archive(path: PurePath) -> bool:
    """Whether its name says so; also of those that are not opened here, and say why."""
    name = path.name.lower()
    return name.endswith((*_OPENED, *_KNOWN)) or _packed_alone(name) is not None


def without_ending(name: str) -> str:
    """A name without what says that it is an archive, a Python file or a notebook."""
    packed = [source + packer for source in _SOURCES for packer in _PACKERS]
    # what browsers and mailers make of them
    texts = [source + told for source in _SOURCES for told in (".txt", ".json", ".html")]
    endings = (*_OPENED, *_KNOWN, *_SOURCES, *packed, *texts)
    ending = max((one for one in endings if name.lower().endswith(one)), key=len, default="")
    return name[: len(name) - len(ending)] or name


def unopened(name: str) -> Text | None:
    """Why an archive of this name is not opened; None if it is."""
    lower = name.lower()
    if packer := _packed_alone(lower):
        return text(
            "{name} is one file packed with {packer}; unpack it, or make a plain .zip.", name=name, packer=packer
        )
    if lower.endswith(_OPENED):
        return None
    format_ = next((said for ending, said in _KNOWN.items() if lower.endswith(ending)), None)
    return _foreign(name, format_) if format_ else None


def kind(name: str, head: bytes) -> str | Text:
    """How to open what begins with `head`: "zip" or "tar"; or why it is not opened."""
    if why := unopened(name):
        return why
    if not head:
        return text("{name} is empty: it has no bytes; make it or send it again.", name=name)
    found = next((kind for start, kind in _STARTS.items() if head.startswith(start)), "")
    if not found and head[257:262] == b"ustar":
        found = "tar"
    format_ = next((said for start, said in _FOREIGN.items() if head.startswith(start)), "")
    if not format_ and head[2:5] == b"-lh" and head[6:7] == b"-":
        format_ = "LHA"
    if format_:
        return _foreign(name, format_)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_PAGES):
        return text(
            "{name} is a web page and no archive: something went wrong on its way. Hand in the archive itself.",
            name=name,
        )
    # others begin with something of their own: a zip with a program before it, a tar of the seventies
    return found or ("zip" if name.lower().endswith(".zip") else "tar")


def _packed_alone(lower: str) -> str | None:
    """The packer of a single file that may hold answers."""
    return next(
        (
            said
            for ending, said in _PACKERS.items()
            if lower.removesuffix(ending).endswith(_SOURCES) and lower.endswith(ending)
        ),
        None,
    )


def _foreign(name: str, format_: str) -> Text:
    return text(
        "{name} is in a format that is not opened here ({format}); make a plain .zip.", name=name, format=format_
    )
