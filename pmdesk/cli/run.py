"""Runs one verb: finds it, lets it print, and gives its exit code (0 done, 1 refused, 2 wrong usage)."""

import importlib
import sys
from collections.abc import Sequence

import click

from pmdesk.cli.verbs import VERBS


class Verbs(click.Group):
    """The verbs, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"pmdesk.cli.{VERBS[cmd_name]}")
        commands = (each for each in vars(module).values() if isinstance(each, click.Command))
        return next((each for each in commands if each.name == cmd_name), None)


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 110},
    options_metavar="",
    subcommand_metavar="VERB FILE ...",
    epilog="A register is one file. ‘pmdesk VERB --help’ explains a verb. Exit codes: 0 done, 1 refused "
    "with the reason on standard error, 2 wrong usage.",
)
@click.version_option(package_name="pmdesk", prog_name="pmdesk", help="Print the version.")
def verbs() -> None:
    """A partnership officer's desk: partnerships, outside bodies, what they promised and what became of it.

    \b
    pmdesk                open the window
    pmdesk FILE           open the window with this register
    pmdesk --sample       open the window with a copy of the sample register
    pmdesk --lang cy      open the window in Welsh

    Without the window, one verb does one thing to one register:
    """


def run(argv: Sequence[str]) -> int:
    """Do what was typed after `pmdesk`; every fault but ours is said in a sentence."""
    try:
        return int(verbs.main(list(argv), prog_name="pmdesk", standalone_mode=False) or 0)
    except click.ClickException as problem:
        problem.show(sys.stderr)
        return 2
    except click.Abort:
        return 1
    except SystemExit:
        # click's way of saying that whoever read the answer has had enough of it.
        return 0
