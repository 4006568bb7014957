"""Which language to speak: `--lang`, else the locale."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise

from grader.model import Language


def language(arguments: Sequence[str]) -> Language:
    """Read `--lang` straight from the command line, so that even help and usage errors obey it."""
    words = [word for argument in arguments for word in argument.split("=", 1)]
    for option, value in pairwise(words):
        if option == "--lang" and value in ("en", "ja"):
            return "ja" if value == "ja" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "ja" if os.environ[name].startswith("ja") else "en"
    return "en"
