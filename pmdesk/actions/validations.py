"""What the register itself says of the performance framework, by the rules that already rate it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from pmdesk.actions.measure_story import stories as stories_of
from pmdesk.actions.own_targets import MOST_ON_A_PAGE, own_targets
from pmdesk.actions.plans import read_plans
from pmdesk.actions.reading import read_record
from pmdesk.actions.years import annual_updates_due, current_year, progress_updates_due
from pmdesk.domain.dates import last_day
from pmdesk.domain.floor import REACHED, FloorGap, floor_gap
from pmdesk.domain.words import Words
from pmdesk.figures.measure_facts import say_distance
from pmdesk.figures.measure_side import say_years
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.record_page import Lead, RecordPage
from pmdesk.figures.validation import Framework, Said, Travel, ValidationRows, validation_page
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

MOST_READ = 300  # measures whose whole story is read: SMART letters and floors
MOST_JUDGED = 3_000  # measures of which every target that is over is judged


def validation_rows(
    register: Register, validation: Row, today: str, words: Words, whole: bool = True
) -> ValidationRows:
    """A validation with its heads, the one before it, and what the register says today.

    Not `whole`: without the last, which takes seconds where there are thousands of measures.
    """
    held = last_day(validation.get("held_on")) or "9999"
    older = [
        row
        for row in register.all("validation")
        if row["id"] != validation["id"] and (day := last_day(row.get("held_on"))) and day < held
    ]
    earlier = max(older, key=lambda row: str(row["held_on"]), default={})
    return ValidationRows(
        validation,
        _heads(register, validation),
        _heads(register, earlier) if earlier else {},
        earlier,
        framework(register, today, words) if whole else Framework(),
    )


def scores(register: Register, validation: str, today: str, words: Words) -> RecordPage:
    """The page of a validation (its id) without what the register says; Refused when it is not there."""
    row = read_record(register, "validation", validation)
    return validation_page(validation_rows(register, row, today, words, whole=False), words)


def framework(register: Register, today: str, words: Words, hidden: Collection[str] = ()) -> Framework:
    """What every head stands on today (ISO): counts by index, the stories of the first measures by code.

    No story of a measure whose id is `hidden` is told.
    """
    read = register.page("measure", register.measures()[:MOST_READ])
    stories = stories_of(register, [row for row in read if str(row["id"]) not in hidden], today)
    plans = _smart(register, stories)
    floors = [
        (each, found) for each in stories if (found := floor_gap(each.scale, each.targets, each.readings))
    ]
    heads = {
        "baselines": _baselines(register, words),
        "aligned": _aligned(register, words),
        "smart": _letters(plans, register.count("measure"), words),
        "outcomes": _outcomes(register, words),
        "data": _data(register, words),
        "reporting": _reporting(register, today, words),
        "accountable": _accountable(register, today, words),
        "floor": _floor(floors, words),
    }
    return Framework(heads, plans, [_travel(*each, words) for each in floors if each[1].reason != REACHED])


def _heads(register: Register, validation: Row) -> dict[str, Row]:
    return {str(row["head"]): row for row in register.all("validation_head", validation=validation["id"])}


def _baselines(register: Register, words: Words) -> Said:
    of = register.count("measure")
    n = of - register.count("measure", baseline=None)
    said = words.plural(of, "{k} of {n} measure has a baseline.", "{k} of {n} measures have a baseline.", k=n)
    return Said(n, of, said, Lead("measures", {"ready": False}))


def _aligned(register: Register, words: Words) -> Said:
    read = read_plans(register)
    of = len(read.thread.objectives)
    loose = sum(gap.what in ("not_aligned", "not_served") for gap in read.gaps)
    n = of - loose
    said = words.plural(
        of,
        "{k} of {n} objective has what it serves or is served by.",
        "{k} of {n} objectives have what they serve or are served by.",
        k=n,
    )
    return Said(n, of, said, Lead("plans"))


def _smart(register: Register, stories: Sequence[MeasureStory]) -> list[tuple[str, str, int, int]]:
    """(plan's id, its name, measures with all five letters, measures), by name."""
    whole, of, names = Counter[str](), Counter[str](), dict[str, str]()
    for each in stories:
        plans = {
            str(row["plan"]): str(row.get("plan_name") or "") for row in each.objectives if row.get("plan")
        }
        names |= plans
        for plan in plans:
            of[plan] += 1
            whole[plan] += all(letter.answered for letter in each.smart)
    return sorted(((plan, names[plan], whole[plan], of[plan]) for plan in of), key=lambda each: each[1])


def _letters(plans: Sequence[tuple[str, str, int, int]], measures: int, words: Words) -> Said:
    n, of = sum(each[2] for each in plans), sum(each[3] for each in plans)
    said = words.plural(
        of,
        "{k} of {n} measure in a plan answers all five letters.",
        "{k} of {n} measures in plans answer all five letters.",
        k=n,
    )
    if measures > MOST_READ:
        said = f"{said} {words('Only the first {most} by code were read.', most=MOST_READ)}"
    return Said(n, of, said, Lead("plans"))


def _outcomes(register: Register, words: Words) -> Said:
    counted = register.measure_counts("kind")
    of, n = sum(each.measures for each in counted.values()), 0
    if "outcome" in counted:
        n = counted["outcome"].measures
    said = words.plural(
        of, "{k} of {n} measure is of an outcome.", "{k} of {n} measures are of an outcome.", k=n
    )
    return Said(n, of, said, Lead("plans"))


def _data(register: Register, words: Words) -> Said:
    of = register.count("measure")
    unready, _first = register.first_measures({"ready": False}, "code", 1)
    said = words.plural(
        of,
        "{k} of {n} measure is ready.",
        "{k} of {n} measures are ready: nothing of them is missing.",
        k=of - unready,
    )
    return Said(of - unready, of, said, Lead("measures", {"ready": False}))


def _reporting(register: Register, today: str, words: Words) -> Said:
    year = current_year(register, today)
    dues = [
        *progress_updates_due(register, today),
        *(annual_updates_due(register, year, today) if year else []),
    ]
    n = sum(due.state == "in" for due in dues)
    said = words.plural(
        len(dues),
        "{k} of {n} update that is due is in.",
        "{k} of {n} updates that are due are in: progress and annual ones.",
        k=n,
    )
    return Said(n, len(dues), said, Lead("reporting"))


def _accountable(register: Register, today: str, words: Words) -> Said:
    """Targets that are over and were met, of all organisations that own a measure (rule 9)."""
    counts, read, left_out = defaultdict[bool | None, int](int), 0, False
    for row in register.all("organisation"):
        own = own_targets(register, str(row["id"]), today, min(MOST_ON_A_PAGE, MOST_JUDGED - read))
        read, left_out = read + (own.measures if own.read else 0), left_out or not own.read
        for each in own.targets:
            counts[each.judged.met] += 1
    n, of = counts[True], counts[True] + counts[False]
    said = words.plural(
        of,
        "{k} of {n} target that is over and somebody’s own was met.",
        "{k} of {n} targets that are over and somebody’s own were met.",
        k=n,
    )
    if left_out:
        said = f"{said} {words('The targets of {read} measures were read.', read=read)}"
    return Said(n, of, said, Lead("partners"))


def _floor(floors: Sequence[tuple[MeasureStory, FloorGap]], words: Words) -> Said:
    n = sum(found.reason == REACHED for _story, found in floors)
    said = words.plural(
        len(floors),
        "{k} of {n} floor target is reached.",
        "{k} of {n} floor targets are reached.",
        k=n,
    )
    return Said(n, len(floors), said if floors else words("No measure has a floor target."))


def _travel(told: MeasureStory, found: FloorGap, words: Words) -> Travel:
    gap = words("{gap} short of the floor", gap=say_distance(told, found.gap, words))
    takes = words(found.reason)
    if found.years is not None:
        takes = say_years(found.years, words)
    return Travel(str(told.measure["id"]), str(told.measure["title"] or ""), gap, takes)


def plain_framework(register: Register, today: str, words: Words) -> dict[str, object]:
    """What `show validation --json` has besides the record's own fields: what the register says."""
    found = framework(register, today, words)
    return {
        "register_says": {code: {"n": said.n, "of": said.of} for code, said in found.heads.items()},
        "smart_by_plan": [{"plan": name, "n": whole, "of": of} for _id, name, whole, of in found.plans],
        "floors_ahead": [
            {"measure": each.title, "gap": each.gap, "takes": each.takes} for each in found.floors
        ],
    }
