"""Which measure of the register each series of a file belongs to; where that is not sure, it is asked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.units import is_per_cent
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.about_measures import alike
from pmdesk.exchange.figure_series import Series
from pmdesk.exchange.names import fold

Record = Mapping[str, object]
Typed = Mapping[tuple[str, str], str]


class Match(NamedTuple):
    """The measure of a series; None with a doubt where several could be meant."""

    record: Record | None
    doubt: Say | None = None  # why nothing is written until a person says that they are one measure


class _Named(NamedTuple):
    """A series as it will be called."""

    code: str
    titles: tuple[str, ...]  # in full, then without what tells it from another of its name
    unit: str


def matched(series: Iterable[Series], measures: Iterable[Record], typed: Typed) -> dict[str, Match]:
    """{series key: its measure}: by code and title, else by either alone; a code alone is a doubt.

    `typed` are codes, titles and units a person put right: {(series key, field): text}. A series that
    matches nothing has no entry.
    """
    by_code: dict[str, list[Record]] = defaultdict(list)
    by_title: dict[str, list[Record]] = defaultdict(list)
    for measure in measures:
        if measure.get("code"):
            by_code[alike(str(measure["code"]))].append(measure)
        by_title[fold(str(measure.get("title") or ""))].append(measure)
    found = {each.key: _match(_named(each, typed), by_code, by_title) for each in series}
    return {key: match for key, match in found.items() if match is not None}


def clashes(taken: Mapping[str, tuple[str, str, str | None]], last: Sequence[str]) -> dict[str, Say]:
    """Why series cannot come in because another of the file belongs to the same measure.

    `taken` is {series key: (code, title, measure id or None)}; of the series in `last`, which a person
    ticked, the last one stays.

    >>> for why in clashes({"a": ("K1", "Bins", "m"), "b": ("", "Bins", "m")}, ["b"]).values():
    ...     print(why)
    ‘K1 Bins’ and ‘Bins’ are both the measure ‘Bins’. Only one of them can come in.
    """
    together: dict[object, list[str]] = defaultdict(list)
    for key, (code, title, measure) in taken.items():
        together[measure or (alike(code), fold(title))].append(key)
    found = {}
    for keys in together.values():
        stays = next((key for key in reversed(last) if key in keys), None)
        for key in keys if len(keys) > 1 else ():
            if key != stays:
                other = stays or next(each for each in keys if each != key)
                found[key] = _clash(taken[key], taken[other])
    return found


def _clash(one: tuple[str, str, str | None], other: tuple[str, str, str | None]) -> Say:
    return Say(
        N_("‘{one}’ and ‘{other}’ are both the measure ‘{title}’. Only one of them can come in."),
        {"one": _called(*one[:2]), "other": _called(*other[:2]), "title": other[1]},
    )


def _called(code: str, title: str) -> str:
    return f"{code} {title}".strip() if code != title else title


def _named(series: Series, typed: Typed) -> _Named:
    title = typed.get((series.key, "title"))
    return _Named(
        typed.get((series.key, "code"), series.code),
        (title,) if title else (series.title, series.plain_title),
        typed.get((series.key, "unit"), series.unit),
    )


def _match(
    series: _Named, by_code: Mapping[str, list[Record]], by_title: Mapping[str, list[Record]]
) -> Match | None:
    coded = by_code.get(alike(series.code), []) if series.code else []
    both = [record for record in coded if _same_title(series, record)]
    if len(both) == 1:
        return Match(both[0], _other_unit(series, both[0]))
    if coded:
        return _by_code_alone(series, both or coded)
    return _by_title(series, by_title)


def _same_title(series: _Named, record: Record) -> bool:
    """Whether both are called the same, or one of them has no other name than its code."""
    title = fold(str(record.get("title") or ""))
    return fold(series.code) in (title, fold(series.titles[0])) or title in map(fold, series.titles)


def _by_code_alone(series: _Named, coded: Sequence[Record]) -> Match:
    if len(coded) > 1:
        several = N_("The register has several measures with the code ‘{code}’. Change the code of this one.")
        return Match(None, Say(several, {"code": series.code}))
    other = N_(
        "‘{code}’ is ‘{title}’ in the register. Take it in only if both are one measure, or change its code."
    )
    return Match(coded[0], Say(other, {"code": series.code, "title": str(coded[0].get("title") or "")}))


def _by_title(series: _Named, by_title: Mapping[str, list[Record]]) -> Match | None:
    """By the full title; by the plain one only where the unit is the same too; another code is another."""
    for title in series.titles:
        found = [
            record
            for record in by_title.get(fold(title), ())
            if not (series.code and record.get("code"))
            and (title == series.titles[0] or (record.get("unit") or "") == series.unit)
        ]
        if len(found) > 1:
            several = N_("The register has several measures called ‘{title}’. Say which by its code.")
            return Match(None, Say(several, {"title": title}))
        if found:
            return Match(found[0], _other_unit(series, found[0]))
    return None


def _other_unit(series: _Named, record: Record) -> Say | None:
    """A number is no per cent, though both are called the same."""
    unit = str(record.get("unit") or "")
    if not unit or not series.unit or is_per_cent(unit) == is_per_cent(series.unit):
        return None
    return Say(
        N_("‘{title}’ is in {unit} in the register, and in {other} here. Take it in only if that is right."),
        {"title": str(record.get("title") or ""), "unit": unit, "other": series.unit},
    )
