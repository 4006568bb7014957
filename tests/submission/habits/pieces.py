"""What hand-ins are made of: right answers, and the bytes of notebooks and archives."""

from __future__ import annotations

import ast
import gzip
import io
import json
import lzma
import re
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache
from random import Random
from typing import Any, Literal, NamedTuple

from grader.course.discover import load_course
from tests.class_answers import ROOT, stock

# Functions, a class with a backward, several symbols in one exercise, an optimiser; and two that are easily mixed up.
EXERCISES = ("logic_gates", "sigmoid", "relu", "relu_layer", "softmax", "adam")
CHAPTERS = {"logic_gates": 2, "sigmoid": 3, "relu": 3, "relu_layer": 5, "softmax": 3, "adam": 6}
JOINED = ("logic_gates",)  # whose alternatives take parts of each other
EPOCH = (2024, 5, 1, 10, 0, 0)

Files = dict[str, bytes]
Cell = dict[str, Any]


class Draft(NamedTuple):
    """A student's right answers before they are files.

    Attributes:
        sources: by exercise.
        modules: what the answers import, by path from the top of the hand-in.
    """

    sources: dict[str, str]
    modules: dict[str, str]


class Placed(NamedTuple):
    """Source files by path; `named` are those of which must be said that nobody used them."""

    files: dict[str, str]
    named: frozenset[str] = frozenset()


@cache
def right(exercise: str) -> tuple[str, ...]:
    """Right answers to it that stand by themselves; the reference first."""
    [found] = (one for one in load_course(ROOT).exercises if one.id == exercise)
    if exercise in JOINED:
        assert found.solution is not None
        reference = (found.solution / f"{exercise}.py").read_text(encoding="utf-8")
        return re.sub(r"\n *# (BEGIN|END) SOLUTION", "", reference), ast.unparse(ast.parse(reference))
    return tuple(kept.source for kept in stock(found, Random(0)).right)


def plain() -> dict[str, str]:
    return {exercise: right(exercise)[0] for exercise in EXERCISES}


def functions_of(source: str) -> dict[str, str]:
    """Each function and class of a file as a file of its own, by name."""
    return {
        node.name: "import numpy as np\n\n\n" + (ast.get_source_segment(source, node) or "") + "\n"
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }


def zipped(files: Mapping[str, bytes], encoding: str = "") -> bytes:
    """A zip; with `encoding` its names are in that and without the flag that says UTF-8, as Windows writes them."""

    class Foreign(zipfile.ZipInfo):
        def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
            return self.filename.encode(encoding), self.flag_bits

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = (Foreign if encoding else zipfile.ZipInfo)(name, EPOCH)
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def tarred(files: Mapping[str, bytes], how: Literal["gz", "xz"]) -> bytes:
    """A tar, packed as `how` says."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return gzip.compress(stream.getvalue(), mtime=0) if how == "gz" else lzma.compress(stream.getvalue())


def code(source: str, **more: Any) -> Cell:
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": source, **more}


def prose(source: str) -> Cell:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def notebook(cells: Iterable[Cell], metadata: Mapping[str, Any] | None = None) -> bytes:
    document = {"cells": list(cells), "metadata": metadata or {}, "nbformat": 4, "nbformat_minor": 4}
    return json.dumps(document, ensure_ascii=False, indent=1).encode()
