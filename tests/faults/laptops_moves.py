"""What happens to the laptops of the sweep and their files: backups, copies, clocks; nobody writes a save."""

import shutil
from collections.abc import Callable

from tests.faults.laptops_made import Laptop, World, at, settle_in, shut


def move(world: World, laptop: Laptop) -> None:
    """One of them, by chance."""
    (name,) = world.chance.choices(list(MOVES), [weight for _, weight in MOVES.values()])
    MOVES[name][0](world, laptop)


def back_up(world: World, laptop: Laptop) -> None:
    path = laptop.path.with_name(f"backup{len(laptop.kept)}.pmdesk")
    with at(laptop) as register:
        register.backup_to(path)
    laptop.kept.append((path, frozenset(laptop.known)))
    world.count("backups made")


def put_back(world: World, laptop: Laptop) -> None:
    """An older file takes the place of the register: what was never sent is gone with the newer one."""
    if not laptop.kept:
        return back_up(world, laptop)
    path, known = world.chance.choice(laptop.kept)
    shut(laptop)
    shutil.copyfile(path, laptop.path)
    laptop.known, laptop.went_back = set(known), True
    world.count("backups restored")
    return None


def copy_over(world: World, laptop: Laptop) -> None:
    """The register's file goes to another laptop, which had none."""
    if len(world.laptops) < 8:
        shut(laptop)
        settle_in(world, laptop.path, laptop.known, newer=laptop.newer)
        world.count("copied to another laptop")


def set_clock(world: World, laptop: Laptop) -> None:
    laptop.drift = world.chance.randrange(-400, 3_650) * 86_400
    world.count("clocks set wrong")


MOVES: dict[str, tuple[Callable[[World, Laptop], None], int]] = {
    "back up": (back_up, 1),
    "put back": (put_back, 4),
    "copy": (copy_over, 1),
    "clock": (set_clock, 1),
}
