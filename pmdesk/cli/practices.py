"""Good practice by command: sent to another council as a small file, or received from one."""

from pathlib import Path

import click

from pmdesk.actions.practice_files import receive_practices, send_practices
from pmdesk.actions.titles import record_called
from pmdesk.cli.output import print_json, print_path
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.words import Words


@click.group("practice", subcommand_metavar="send|receive FILE ...", options_metavar="")
def practice() -> None:
    """Good practice between councils, as a small file.

    \b
    pmdesk practice send aldermoor.pmdesk tags.practice.json
    """


@practice.command("send")
@file_argument
@click.argument("out", metavar="OUT", type=click.Path(readable=False, path_type=Path))
@click.option("--for", "of", multiple=True, metavar="PRACTICE", help="Only this one; may repeat.")
@verb
def send(file: Path, out: Path, of: tuple[str, ...], words: Words) -> None:
    """Write good practice to a file that another register can bring in, and print its path.

    The file has what was told, and no note.

    \b
    pmdesk practice send aldermoor.pmdesk tags.practice.json --for "Tags on bins, not letters"
    """
    with reading(file) as register:
        found = [record_called(register, "practice", each) for each in of]
        print_path(send_practices(register, found, out.absolute()))


@practice.command("receive")
@file_argument
@click.argument("path", metavar="PATH", type=click.Path(readable=False, path_type=Path))
@as_json
@verb
def receive(file: Path, path: Path, as_json: bool, words: Words) -> None:
    """Bring in a file of good practice that another council sent. The same one twice is there once.

    \b
    pmdesk practice receive aldermoor.pmdesk moorside.practice.json
    """
    with writing(file) as register:
        found = receive_practices(register, path)
    if as_json:
        told = ("council", "added", "changed", "same", "results")
        print_json({name: getattr(found, name) for name in told})
        return
    said = words(
        "From {council}: {added} new, {changed} written anew, {same} here already.",
        council=found.council,
        added=found.added,
        changed=found.changed,
        same=found.same,
    )
    print(said)
    if found.results:
        print(words.plural(found.results, "{n} result came back.", "{n} results came back."))
