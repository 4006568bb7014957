"""Build hook: what is installed has its catalogues compiled, be it a wheel or `pip install -e .`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        from grader.locale.catalogue import compile_catalogues

        compile_catalogues(Path(self.root))
