"""`grade completion`: what a shell needs to complete commands, options and the names of exercises."""

from __future__ import annotations

import click

from grader.cli.common import LANG, lang_option, say
from grader.words import text

# Where each shell reads it from.
_ADD = {
    "bash": "grade completion bash >> ~/.bashrc",
    "zsh": "grade completion zsh >> ~/.zshrc",
    "fish": "grade completion fish > ~/.config/fish/completions/grade.fish",
    "powershell": "grade completion powershell >> $PROFILE",
}


@click.command(
    "completion",
    help=say("Print what makes a shell complete commands and exercises."),
)
@click.argument("shell", type=click.Choice(list(_ADD)))
@lang_option
@click.pass_context
def completion_command(context: click.Context, shell: str) -> None:
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None  # click has a class for each of _ADD
    click.echo(kind(context.find_root().command, {}, "grade", "_GRADE_COMPLETE").source())
    hint = text("to keep it: {add}, then open a new shell.", add=_ADD[shell])
    click.echo(hint.in_(LANG), err=True)
