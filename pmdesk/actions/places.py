"""A register that lies where none should: explained, and copied to this laptop with a note left behind."""

import os
from collections.abc import Iterable
from pathlib import Path

from pmdesk.actions.this_laptop import is_sample
from pmdesk.actions.writing import write_file
from pmdesk.domain.dates import say_date
from pmdesk.domain.places import CLOUD, SHARE, STICK, Place, place_of
from pmdesk.domain.words import N_, Say, Words
from pmdesk.register.faults import storage
from pmdesk.register.home import home
from pmdesk.register.mounts import mounts
from pmdesk.register.store import Register

# Kept for this laptop: the sort of place a person has said the register shall stay in.
STAYS = "stays_in"

_WHY = {
    CLOUD: N_(
        "This register lies in a folder that {name} copies. It may copy half a save, or put a second file"
        " beside this one. It is safer on this laptop’s own disk."
    ),
    SHARE: N_(
        "This register lies on a shared drive ({name}). Two people can write at once there and lose each"
        " other’s saves. It is safer on this laptop’s own disk."
    ),
    STICK: N_(
        "This register lies on a memory stick ({name}). Pulled out during a save, it may be damaged."
        " It is safer on this laptop’s own disk."
    ),
}
_NOTE = N_(
    "On {day} the register {file} was copied from here to the laptop of {who}, to be worked on there:\n"
    "{there}\n\n"
    "The file here is as it was that day. If somebody has worked on it since, nothing is lost: open the one"
    " on the laptop and merge this one into it.\n"
)


def where_it_lies(register: Register) -> Place | None:
    """The place to warn of; None on the laptop's own disk, for the sample, and once it was said to stay."""
    if register.path is None or is_sample(register):
        return None
    found = place_of(str(register.path.absolute()), mounts(register.path), os.environ)
    return None if found is None or register.local(STAYS) == found.sort else found


def let_it_stay(register: Register, place: Place) -> None:
    """Warn no more of this sort of place."""
    register.set_local(STAYS, place.sort)


def say_place(place: Place) -> Say:
    """Why a register is better kept elsewhere."""
    return Say(_WHY[place.sort], {"name": place.name})


def copy_here(register: Register, folder: Path, today: str, who: str, words: Words) -> Path:
    """Copy the register, checked whole, into a folder of this laptop and leave a note where it was.

    The path of the copy; no file that is there is written over. Unavailable when the disk does not take it.
    """
    assert register.path is not None
    old = register.path.absolute()
    new = free_name(folder / old.name)
    register.backup_to(new)
    said = words(
        _NOTE, day=say_date(today, words), file=old.name, who=who or words("somebody"), there=str(new)
    )
    write_file(said.encode("utf-8"), free_name(old.with_name(words("{name} was copied.txt", name=old.stem))))
    return new


def safe_folder(folders: Iterable[Path]) -> Path:
    """The first of some folders that is there and a good place; else one among pmdesk's own."""
    for folder in folders:
        if folder.is_dir() and place_of(str(folder.absolute() / "x"), mounts(folder), os.environ) is None:
            return folder
    own = home() / "registers"
    with storage():
        own.mkdir(exist_ok=True)
    return own


def free_name(path: Path) -> Path:
    """The name itself, or with the first number after it that no file has."""
    n, found = 1, path
    while found.exists():
        n += 1
        found = path.with_name(f"{path.stem} {n}{path.suffix}")
    return found
