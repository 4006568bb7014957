"""The group of all commands. A command's module is imported when it is asked for.

Exit codes: 0 everything passed, 1 something did not, 2 the command was misused, 3 the grader failed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from grader import __version__
from grader.cli import COMMANDS, with_command
from grader.cli.common import complete_exercise, lang_option, say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"grader.cli.{COMMANDS[cmd_name]}"), f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command

    # What a shell completes is split here, not in main(): there, too, `grade affine` means `grade run affine`.
    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        return super().resolve_command(ctx, with_command(args))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        return [*super().shell_complete(ctx, incomplete), *complete_exercise(ctx, None, incomplete)]


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say("Grade numpy exercises, and learn which mistake it was. `grade` alone grades this workspace."),
)
@click.version_option(__version__, prog_name="grade")
@lang_option
def group() -> None:
    pass
