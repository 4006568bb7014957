"""What an author does to the catalogues: bring them up to date with the code, and compile them. Needs Babel.

    python -m grader.locale.catalogue update     # `make words`: the messages of the code and of click, into the .po files
    python -m grader.locale.catalogue compile    # .po to .mo; installing does it as well (hatch_build.py)

The .po files are the same for the same messages: sorted, with no dates, names or line numbers.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages import Catalog, Message

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path("grader") / "locale" / "ja" / "LC_MESSAGES"
HEADER = r"""# Japanese for {name}. `make words` adds what is new in the code; the translation is by hand.
msgid ""
msgstr ""
"Language: ja\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"

"""
OURS = {"text": None, "say": None, "ntext": (1, 2)}
OF_CLICK = {"_": None, "gettext": None, "ngettext": (1, 2)}


def messages(name: str, root: Path = ROOT) -> Catalog:
    """The messages that stand in the code: `gradkata`, ours in Python and in templates; `click`, those of the installed click."""
    from babel.messages import Catalog
    from babel.messages.extract import extract_from_dir

    found = Catalog(locale="ja")
    if name == "click":
        import click

        folders, keywords = [Path(click.__file__).parent], OF_CLICK
    else:
        folders, keywords = [root / "grader", root / "reports"], OURS
    methods = [("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")]
    for folder in folders:
        # silent: a template that cannot be read must not lose its messages quietly
        for _, _, message, _, context in extract_from_dir(
            folder, methods, {"**.j2": {"silent": "false"}}, keywords=keywords
        ):
            found.add(message, context=context)
    return found


def read(name: str, root: Path = ROOT) -> Catalog:
    """The catalogue as it is committed."""
    from babel.messages.pofile import read_po

    with (root / FOLDER / f"{name}.po").open("rb") as stream:
        return read_po(stream, locale="ja", abort_invalid=True)


def source(name: str, catalogue: Catalog) -> str:
    """A catalogue as its file."""
    from babel.messages.pofile import write_po

    stream = BytesIO()
    write_po(stream, catalogue, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return HEADER.format(name=name) + stream.getvalue().decode("utf-8")


def update(name: str, root: Path = ROOT) -> list[str]:
    """Add to a catalogue what is new in the code, take out what is gone, and say what has no translation yet."""
    wanted, have = messages(name, root), read(name, root)
    for message in wanted:
        known = have.get(message.id, message.context) if message.id else None
        if known and known.id == message.id:
            message.string = known.string
    (root / FOLDER / f"{name}.po").write_text(source(name, wanted), encoding="utf-8", newline="\n")
    return [
        message.id if isinstance(message.id, str) else message.id[0] for message in wanted if is_untranslated(message)
    ]


def is_untranslated(message: Message) -> bool:
    strings = (message.string,) if isinstance(message.string, str) else message.string
    return bool(message.id) and not (strings and all(strings))


def compile_catalogues(root: Path = ROOT) -> None:
    """Write a .mo beside each .po that is newer."""
    for path in sorted((root / FOLDER).glob("*.po")):
        compiled = path.with_suffix(".mo")
        if compiled.is_file() and compiled.stat().st_mtime_ns > path.stat().st_mtime_ns:
            continue
        from babel.messages.mofile import write_mo

        with compiled.open("wb") as stream:
            write_mo(stream, read(path.stem, root))


def main(command: str) -> None:
    if command not in ("update", "compile"):
        sys.exit("usage: python -m grader.locale.catalogue update|compile")
    if command == "update":
        for name in ("gradkata", "click"):
            for message in update(name):
                print(f"{FOLDER / name}.po: translate {message!r}")
    compile_catalogues()


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
