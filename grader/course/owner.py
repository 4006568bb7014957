"""Whose a file is: what somebody else put on the disk is neither run as ours nor believed (git: `safe.directory`)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def our_ids() -> frozenset[int] | None:
    """Who runs this, and who became root by `sudo` to run it; None where the system has no such ids (Windows)."""
    if not hasattr(os, "geteuid"):
        return None
    ours = os.geteuid()
    invoker = os.environ.get("SUDO_UID", "")
    return frozenset({ours, int(invoker)} if ours == 0 and invoker.isdecimal() else {ours})


def somebody_elses(paths: Iterable[Path], ours: frozenset[int] | None) -> Path | None:
    """The first of `paths` that is not of `ours`; a link must be so, too, and what is not there is nobody's."""
    return next((path for path in paths if ours is not None and not _owners(path) <= ours), None)


# GitHub, GitLab and most others set CI; Azure, TeamCity, CodeBuild and an older Jenkins only their own.
CI_SIGNS = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION", "CODEBUILD_BUILD_ID")


def in_ci() -> bool:
    """Whether this is a job of a CI service: what is graded there was handed in by somebody."""
    return any(os.environ.get(name, "").lower() not in ("", "0", "false") for name in CI_SIGNS)


def _owners(path: Path) -> set[int]:
    try:
        return {path.lstat().st_uid, path.stat().st_uid}
    except (FileNotFoundError, NotADirectoryError):  # also what would lie in a file
        return set()
