"""Which language the program speaks: `--lang`, else what the workspace says, else the locale."""

from __future__ import annotations

import gettext
import os
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from grader.errors import CatalogueError
from grader.model import Language
from grader.words import LOCALE


def teach_click(lang: Language) -> None:
    """Let click say its own messages (usage, errors) in `lang`: it looks them up by gettext at the time it says them.

    This changes LANGUAGE in this process; a worker has an environment of its own (`sandbox/launch.py`).
    """
    path = LOCALE / "ja" / "LC_MESSAGES" / "click.mo"
    if not path.is_file():  # gettext would speak English without a word
        raise CatalogueError(path)
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain("click", str(LOCALE))
    gettext.textdomain("click")


MARKER = "gradkata.toml"  # stands in a workspace; `record/workspace.py` writes it


def language(arguments: Sequence[str], folder: Path | None = None) -> Language:
    """Read `--lang` straight from the command line, so that even help and usage errors obey it. `folder`: where the
    command was given, by default the current one."""
    return asked_language(arguments) or _known(marker_setting(folder or Path.cwd(), "lang")) or _locale()


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language of `--lang`, if it is there."""
    words = [word for argument in arguments for word in argument.split("=", 1)]
    return next((_known(value) for option, value in pairwise(words) if option == "--lang" and _known(value)), None)


def marker_setting(folder: Path, key: str) -> str:
    """What the marker of the workspace round `folder` says about `key`; empty if nothing. Split by hand: every command
    pays for this line."""
    for at in (folder, *folder.parents):
        try:
            text = (at / MARKER).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        rows = (row.partition("=") for row in text.splitlines())
        return next((value.strip().strip("\"'") for name, _, value in rows if name.strip() == key), "")
    return ""


def _locale() -> Language:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "ja" if os.environ[name].startswith("ja") else "en"
    return "en"


def _known(word: str) -> Language | None:
    return "ja" if word == "ja" else "en" if word == "en" else None
