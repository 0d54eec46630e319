"""Laptops that exchange their saves by a bad post, judged by an oracle that never asks the journal.

Two to eight laptops edit, delete, undo, bring in sheets, settle and erase; letters are lost, late, doubled,
out of order, cut short, spoilt; clocks are years wrong; backups are put back, files copied, one pmdesk is
newer than another. In the end all have everything: they must be alike, and hold each value that nobody who
had it in view has replaced.
"""

import random
import shutil
from collections import Counter
from pathlib import Path

from pmdesk.register.entries import Malformed
from pmdesk.register.store import create
from tests.faults import laptops_packs, laptops_post, verbs
from tests.faults.laptops_acts import act, told
from tests.faults.laptops_judged import at_the_end, on_screen
from tests.faults.laptops_made import Laptop, World, at, lacking, settle_in, shut
from tests.faults.laptops_moves import move
from tests.faults.laptops_packs import PackLetter, write_pack
from tests.faults.laptops_planted import OF_RIGHTS, plant
from tests.faults.laptops_post import FARES, Letter, write_letter
from tests.faults.laptops_roles import begin
from tests.faults.reading import read_once
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import Tally, clock, main

BY_PACKS = 0.4  # in so many scenarios what such a letter holds is a real pack
AS_PACKS = ("whole", "lost", "late", "doubled", "cut short", "flipped")
ROLES = 0.3  # in so many only trusted laptops count
# Where the scenarios begin of which the first few tell nothing of what is planted.
NOTICED = {"a late grant is forgotten": 12, "anybody grants": 5}
OLD_ONES = 0.25  # in so many scenarios a newer pmdesk and an older one meet


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """Try `many` scenarios; the first problems of each are told."""
    folder = quick_place(folder)
    verbs.at_home(folder)
    (folder / "home").mkdir(parents=True)
    create(folder / "empty.pmdesk").close()
    read_once()
    plant(planted)
    tried, lost, noted = 0, list[str](), Counter[str]()
    for seed in range(NOTICED.get(planted, 0), many):
        if clock() > until or (planted and lost):
            break
        found, counts = scenario(folder, seed, 1.0 if planted in OF_RIGHTS else ROLES)
        lost += [f"scenario {seed}: {problem}" for problem in found[:5]]
        noted.update(counts)
        tried += 1
    shutil.rmtree(folder)
    return Tally(tried, lost, dict(noted))


def scenario(folder: Path, seed: int, roles: float = ROLES) -> tuple[list[str], dict[str, int]]:
    """What is wrong after one random scenario, and what happened in it."""
    chance = random.Random(seed)
    world = World(folder / "world", chance)
    try:
        _begin(world, folder / "empty.pmdesk", roles)
        problems = _go_on(world, chance.randrange(30, 70)) or _end(world)
    except Exception as error:
        import traceback

        where = traceback.extract_tb(error.__traceback__)[-1]
        file = Path(where.filename).name
        problems = [f"uncaught {type(error).__name__}: {error} at {where.name} of {file}"]
    finally:
        for laptop in world.laptops:
            shut(laptop)
        shutil.rmtree(world.folder, ignore_errors=True)
    return problems, world.counts


def _begin(world: World, empty: Path, roles: float) -> None:
    """Somebody starts the register, writes a little, and gives copies of the file to others."""
    world.by_packs = world.chance.random() < BY_PACKS
    old_ones = world.chance.random() < OLD_ONES
    world.roles = world.chance.random() < roles
    world.count("scenarios with roles", world.roles)
    founder = begin(world, empty)
    if world.roles:
        told(world, founder, "begin", 0, {})
    for _ in range(3):
        act(world, founder)
    shut(founder)
    for n in range(world.chance.choice((1, 1, 2, 2, 3, 4, 5))):
        settle_in(world, founder.path, founder.known, newer=old_ones and n % 2 == 0)
    world.count("laptops", len(world.laptops))


def _go_on(world: World, steps: int) -> list[str]:
    under_way = list[tuple[Laptop, Letter | PackLetter]]()
    for _ in range(steps):
        laptop, chance = world.chance.choice(world.laptops), world.chance.random()
        if chance < 0.6:
            act(world, laptop)
        elif chance < 0.67:
            move(world, laptop)
        elif chance < 0.72:
            _meanwhile(world, laptop)
        elif chance < 0.9 or not under_way:
            under_way += _send(world, laptop)
        else:
            laptop, letter = under_way.pop(world.chance.randrange(len(under_way)))
            _take(world, laptop, letter)
        with at(laptop):
            if problems := [*world.oracle.problems, *on_screen(world, laptop)]:
                return problems
    for laptop, letter in under_way:
        _take(world, laptop, letter)
    return world.oracle.problems


def _meanwhile(world: World, laptop: Laptop) -> None:
    """A form or a sheet is open when a letter comes, of one who wrote in the same records perhaps."""
    other = world.chance.choice([each for each in world.laptops if each is not laptop])
    act(world, laptop, "open")
    act(world, other, world.chance.choice(("sheet", "sheet", "edit")))
    with at(other):
        letter = write_letter(other, laptop, "whole", world.chance)
    _take(world, laptop, letter)
    act(world, laptop, "save")


def _send(world: World, sender: Laptop) -> list[tuple[Laptop, Letter | PackLetter]]:
    """One letter to another laptop; what is late comes another time."""
    to = world.chance.choice([laptop for laptop in world.laptops if laptop is not sender])
    fares = world.chance.choice(FARES)
    letter: Letter | PackLetter | None
    if world.by_packs and fares in AS_PACKS:
        letter = write_pack(world, sender, to, fares)
        world.count("letters that are packs")
    else:
        with at(sender):
            letter = write_letter(sender, to, fares, world.chance)
    world.count(f"letters {fares}")
    if letter is None:
        return []
    if fares == "late":
        return [(to, letter)]
    for _ in range({"lost": 0, "doubled": 2}.get(fares, 1)):
        _take(world, to, letter)
    return []


def _take(world: World, laptop: Laptop, letter: Letter | PackLetter) -> None:
    """A letter is taken in whole, or refused and the register's bytes are as they were."""
    if isinstance(letter, PackLetter):
        laptops_packs.take(world, laptop, letter)
        return
    with at(laptop) as register:
        before = laptop.path.read_bytes() if letter.spoilt else b""
        try:
            register.merge(list(letter.entries), "pack:sweep")
        except Malformed:
            if not letter.spoilt:
                world.oracle.problems.append(f"a letter {letter.fares} was refused")
            if laptop.path.read_bytes() != before:
                world.oracle.problems.append(f"a letter {letter.fares} was refused, and the file changed")
            return
    if letter.spoilt:
        world.oracle.problems.append(f"a letter {letter.fares} was taken in")
        return
    laptop.known |= {entry.hash for entry in letter.entries}


def _end(world: World) -> list[str]:
    """Everybody has the newest pmdesk, and everything comes to everybody, in a random order."""
    newer = any(laptop.newer for laptop in world.laptops)
    for laptop in world.laptops:
        if laptop.newer is not newer:
            shut(laptop)
            laptop.newer = newer
            world.count("old ones brought up to date")
    if world.by_packs and not world.roles:
        laptops_packs.exchange_all(world)
    whole = world.chance.random() < 0.1
    # Once is enough: before the last one hands over to all, all handed over to it. A second round is for
    # what comes again, of which nothing may come, and with roles for values given up in the first one to
    # somebody who turned out to have had no right to erase them.
    for _ in range(2 if whole or world.roles else 1):
        for sender in world.chance.sample(world.laptops, len(world.laptops)):
            for to in world.laptops:
                if to is not sender:
                    _hand_over(world, sender, to, whole=whole)
    return list(at_the_end(world))


def _hand_over(world: World, sender: Laptop, to: Laptop, *, whole: bool) -> None:
    """What the other lacks, a value that did not come with its save included; or everything once more."""
    with at(sender):
        saves = laptops_post.sending(sender, to)
    if not whole:
        with at(to) as register:
            unknown = {entry.hash for entry in register.unknown(saves)}
            lacks = {digest for digest, _place in lacking(register)}
        saves = [entry for entry in saves if entry.hash in unknown | lacks]
    if saves:
        world.chance.shuffle(saves)
        _take(world, to, Letter("whole", tuple(saves), False))


if __name__ == "__main__":
    main(sweep)
