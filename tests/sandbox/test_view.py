"""What a worker may see of the machine: the libraries that its interpreter and numpy load, and nothing beside them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.sandbox import view
from grader.sandbox.host import open_sandbox
from grader.sandbox.launch import can_fork
from grader.sandbox.libraries import NONE, libraries, needed
from tests.sandbox.test_sandbox import call

pytestmark = pytest.mark.skipif(not can_fork(), reason="confinement needs Linux")

LOADED = "import numpy, numpy.random, ctypes, hashlib; print(open('/proc/self/maps').read())"
SEEN = """
import os

def f(paths):
    found = []
    for path in paths:
        try:
            os.stat(path)
        except OSError:
            continue
        found.append(path)
    return found
"""


def test_what_numpy_loads_is_among_what_its_files_need() -> None:
    maps = subprocess.run([sys.executable, "-c", LOADED], text=True, capture_output=True, check=True).stdout
    loaded = {line.split(maxsplit=5)[-1] for line in maps.splitlines() if ".so" in line}
    system = {path for path in loaded if path.startswith(("/lib", "/usr/lib"))} - {os.path.realpath(sys.executable)}

    found = {os.path.realpath(path) for path in view._system_files("")}

    assert system and {os.path.realpath(path) for path in system} - found == set()


def test_a_worker_sees_no_other_library_and_no_program() -> None:
    beside = [str(path) for folder in view._SYSTEM if os.path.isdir(folder) for path in Path(folder).iterdir()]
    beside += [str(path) for path in Path("/usr/lib").glob("*-linux-gnu/*")]
    beside += ["/usr/bin", "/usr/share", "/usr/sbin", "/home", "/root", "/var", "/opt", "/tmp", "/run"]
    with open_sandbox() as sandbox:
        if not any(layer.name == "bubblewrap" and layer.holds for layer in sandbox.means.layers):
            pytest.skip("bubblewrap is not installed")
        seen = set(call(sandbox, f"PATHS = {beside!r}\n{SEEN}".replace("def f(paths)", "def f(paths=PATHS)")))

    needed_ones = {os.path.realpath(path) for path in view._system_files("")}
    above = {str(parent) for path in view._system_files("") for parent in Path(path).parents}
    library = Path(os.__file__).parent
    other = {path for path in seen if os.path.realpath(path) not in needed_ones and path not in above}
    assert {path for path in other if not library.is_relative_to(os.path.realpath(path))} == set()
    assert len(seen) < len(beside) / 4


@pytest.mark.parametrize("made", [b"", b"\x7fELF", b"\x7fELF\x02\x01" + b"\xff" * 90, b"#!/bin/sh\n"])
def test_what_is_no_program_needs_nothing(tmp_path: Path, made: bytes) -> None:
    (tmp_path / "file").write_bytes(made)

    assert needed(str(tmp_path / "file")) == NONE
    assert needed(str(tmp_path / "not there")) == NONE
    assert libraries([str(tmp_path / "file")]) == []
