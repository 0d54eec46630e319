"""Good practice read with whom it may help, and the practices that may help one measure; writes nothing."""

from collections.abc import Iterable, Mapping

from pmdesk.actions.pages import measure_rows
from pmdesk.domain.milestone import in_order
from pmdesk.domain.practice_match import REASONS, causes_of, why_it_helps
from pmdesk.domain.words import Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.partnership_states import MILESTONES
from pmdesk.figures.practice_page import Helped, PracticePage, PracticeRows, practice_page
from pmdesk.register.lists import Row
from pmdesk.register.practices import causes_given, kinds_of, slipped_for, tellings
from pmdesk.register.store import Register

# So many measures in trouble are looked through, and so many are shown.
MOST_LOOKED, MOST_SHOWN = 300, 12
TROUBLED = ("red", "amber")
SHOWS = ("practice", "adoption", "measure", "reading", "target", "rating_rule", "milestone", "forecast",
         "partnership", "organisation")  # fmt: skip


def practice_shown(register: Register, row: Row, today: str, words: Words) -> PracticePage:
    """The page of one practice (its row) as it stands today."""
    turned = register.get("measure", str(row["measure"])) if row["measure"] else None
    found = measure_rows(register, [int(str(turned["n"]))], today, words) if turned else []
    rows = PracticeRows(
        row,
        found[0] if found else None,
        [*_measures(register, row, turned, today, words), *_slips(register, row, today, words)][:MOST_SHOWN],
        register.all("adoption", practice=row["id"]),
    )
    return practice_page(rows, words)


def offers(
    register: Register, measure: Row, rating: str, readings: Iterable[Mapping[str, object]]
) -> list[tuple[Row, str]]:
    """The practices that may help a measure that is not well, the nearest first, each with its reason."""
    if rating not in TROUBLED or not register.count("practice"):
        return []
    causes = causes_of(readings)
    near = [
        (why, each.id)
        for each in tellings(register)
        if (why := why_it_helps(each.practice, each.turned, measure, causes))
    ]
    near = sorted(near, key=lambda one: REASONS.index(one[0]))[:MOST_SHOWN]
    rows = {row["id"]: row for row in register.all("practice", id=tuple(id for _why, id in near))}
    return [(rows[id], why) for why, id in near]


def _measures(register: Register, row: Row, turned: Row | None, today: str, words: Words) -> list[Helped]:
    """Measures that are missed or close, of the same kind or for the same cause, the nearest first."""
    numbers = list[int]()
    for rating in TROUBLED:
        room = MOST_LOOKED - len(numbers)
        numbers += register.first_measures({"rating": rating}, "code", room)[1] if room else []
    kinds = kinds_of(register, numbers)
    causes = causes_given(register, [each["id"] for each in kinds]) if row["cause"] else {}
    found = [
        (why, int(str(each["n"])))
        for each in kinds
        if (why := why_it_helps(row, turned, each, causes.get(each["id"], ())))
    ]
    found = sorted(found, key=lambda one: REASONS.index(one[0]))[:MOST_SHOWN]
    rows = register.page("measure", [n for _why, n in found])
    near = list(zip((why for why, _n in found), rows, strict=True))
    shown = measure_rows(register, [n for _why, n in found], today, words)
    return [
        Helped(
            "measure",
            str(each["id"]),
            said.title,
            str(each["partnership_name"] or each["owner_organisation_name"] or ""),
            why,
            said.pill or ("unknown", ""),
            _known(each),
        )
        for (why, each), said in zip(near, shown, strict=True)
    ]


def _slips(register: Register, row: Row, today: str, words: Words) -> list[Helped]:
    """Milestones past their date or slipping that were last moved for the same cause."""
    late = slipped_for(register, row["cause"], today, MOST_LOOKED) if row["cause"] else []
    if not late:
        return []
    by_milestone = grouped(register.all("forecast", milestone=tuple(late)), "milestone")
    made = []
    for each in register.all("milestone", id=tuple(late)):
        moved = in_order(by_milestone.get(each["id"], ()))
        if moved and moved[-1]["cause"] == row["cause"]:
            shape, said = MILESTONES["past" if str(each["first_due"] or "9") < today else "slipping"]
            whose = str(each["partnership_name"] or each["owner_organisation_name"] or "")
            pill, title = (shape, words(said)), str(each["title"])
            made.append(Helped("milestone", str(each["id"]), title, whose, "slip", pill, _known(each)))
    return made


def _known(each: Row) -> dict[str, str]:
    """What the form of an adoption begins with: for whom, and in which partnership."""
    pairs = (("organisation", each["owner_organisation"]), ("partnership", each["partnership"]))
    return {name: str(value) for name, value in pairs if value}
