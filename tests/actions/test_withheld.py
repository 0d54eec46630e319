"""Public and withheld are strictly apart: no paper, public list or reminder has a word that was planted.

Secret words stand wherever nothing may be printed from; every paper is searched for them, inside and out.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from pmdesk.actions import exports, public
from pmdesk.actions.annual_cycle import annual_cycle, cycle_calendar
from pmdesk.actions.exports import export
from pmdesk.actions.paper_choices import paper_choices
from pmdesk.actions.paper_table import PAPERS
from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.public import AGREED
from pmdesk.actions.reporting import reporting, reports_calendar
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity, Type
from pmdesk.domain.words import Words, words_in
from pmdesk.papers.outline import Place
from pmdesk.papers.sheet import BODY, Sheet, write
from pmdesk.register.change import Change
from pmdesk.register.store import Register, open_register
from tests.papers.reading import seen, text_of

TODAY = "2026-04-27"
_PLANTED = re.compile(r"quokka[a-z]+", re.IGNORECASE)
_WORDS = (Type.TEXT, Type.LONG)
# Answers given alone are in no list at all, not even an inner one.
LISTED = [kind for kind, entity in ENTITIES.items() if not entity.sealed]


def secret(kind: str, field: str) -> str:
    """A word of letters only, so that no line breaks in it: 'Quokkapersonemail'."""
    return "Quokka" + re.sub("[^a-z]", "", f"{kind}{field}")


def plant(register: Register) -> set[str]:
    """Put a word of its own into every place that no public paper may print from; the words."""
    planted = set[str]()
    with register.change("Planted") as change:
        for kind, entity in ENTITIES.items():
            rows = register.all(kind) or [_made(register, change, entity)]
            for row in rows:
                hidden = [
                    each.name
                    for each in entity.fields
                    if each.type in _WORDS
                    and (each.private or entity.private or _unagreed(kind, row, each.type))
                ]
                change.set(kind, str(row["id"]), {name: secret(kind, name) for name in hidden})
                planted |= {secret(kind, name) for name in hidden}
    return planted


def _unagreed(kind: str, row: dict[str, object], type: Type) -> bool:
    """Whether a long answer stands in an update that nobody has agreed to."""
    status = row.get("status")
    sent = kind == "progress_update" and status == "submitted"  # the Cabinet sees these, and it is said
    return kind in AGREED and type is Type.LONG and status not in AGREED[kind] and not sent


def _made(register: Register, change: Change, entity: Entity) -> dict[str, object]:
    """A record of a kind the sample has none of, hanging on the first of each kind it refers to."""
    values: dict[str, Any] = {}
    for field in entity.fields:
        if field.type is Type.REF and (rows := register.all(field.refers)):
            values[field.name] = str(rows[0]["id"])
        elif field.required and field.type in _WORDS:
            values[field.name] = "Plain"
        elif field.required and field.type is Type.DATE:
            values[field.name] = "2026-03-31"
    return {"id": change.add(entity.name, values), **values}


@pytest.fixture(scope="module")
def planted(
    sample_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Register, set[str]]]:
    folder = tmp_path_factory.mktemp("withheld")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PMDESK_HOME", str(folder))
        with open_register(Path(copy(sample_file, folder / "sample.pmdesk"))) as register:
            yield register, plant(register)


def found_in(made: bytes) -> set[str]:
    """The planted words in a PDF: on its pages, in its tags, and in every object, decoded."""
    reader = PdfReader(BytesIO(made))
    said = [text_of(reader), *map(seen, reader.pages)]
    for number in range(1, int(reader.trailer["/Size"])):
        _strings(reader.get_object(number), said)
    _strings(reader.trailer.get("/Info"), said)
    return found(" ".join(said).replace("\u00ad", ""))


def _strings(thing: Any, said: list[str], depth: int = 0) -> None:
    if isinstance(thing, StreamObject):
        said.append(thing.get_data().decode("latin-1"))
    if isinstance(thing, DictionaryObject):
        for value in thing.values():
            _strings(value, said, depth + 1)
    elif isinstance(thing, ArrayObject | list):
        for value in thing:
            _strings(value, said, depth + 1)
    elif isinstance(thing, str | bytes):
        said.append(thing if isinstance(thing, str) else thing.decode("latin-1"))


def found(text: str) -> set[str]:
    return {match.casefold() for match in _PLANTED.findall(text)}


def subjects(register: Register, name: str, words: Words) -> list[list[str]]:
    """What a paper is made of here: all of it; of those on one record the first few that were agreed."""
    if not PAPERS[name].of or PAPERS[name].many:
        return [[]] if name != "contributions" else [[], [paper_choices(register, name, "", words)[0].id]]
    kind = PAPERS[name].of
    choices = [
        each for each in paper_choices(register, name, "", words)
        if kind not in AGREED or each.code in AGREED[kind]
    ]  # fmt: skip
    return [[each.id] for each in choices[:3]]


# A paper that is for the person and their manager alone, and says so on every page, has what is its own.
OWN = {"appraisal": "personal_target"}


def its_own(name: str) -> set[str]:
    """The planted words that a private paper is there to print: never its notes, nor another kind's."""
    if name not in OWN:
        return set()
    fields = [each for each in ENTITIES[OWN[name]].fields if not each.private]
    return {secret(OWN[name], each.name).casefold() for each in fields}


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("name", sorted(set(PAPERS) - {"person-report"}))  # made for the person alone
def test_no_paper_has_a_withheld_word(name: str, language: str, planted: tuple[Register, set[str]]) -> None:
    register, words = planted[0], words_in(language)
    for of in subjects(register, name, words):
        made = paper_bytes(register, name, of, None, words, TODAY)
        assert found_in(made) - its_own(name) == set(), f"{name} of {of}"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_public_list_has_a_withheld_word(
    language: str, planted: tuple[Register, set[str]], tmp_path: Path
) -> None:
    for kind in LISTED:
        path = tmp_path / f"{kind}.csv"
        export(planted[0], kind, path, words_in(language))
        assert found(path.read_text(encoding="utf-8-sig")) == set(), kind


def test_an_inner_list_has_them_so_that_they_are_there_to_be_found(
    planted: tuple[Register, set[str]], tmp_path: Path
) -> None:
    register, words = planted
    said = ""
    for kind in LISTED:
        export(register, kind, tmp_path / "inner.csv", Words(), public=False)
        said += (tmp_path / "inner.csv").read_text(encoding="utf-8-sig")
    sealed = {
        secret(kind, field.name) for kind in set(ENTITIES) - set(LISTED) for field in ENTITIES[kind].fields
    }
    assert {word.casefold() for word in words - sealed} <= found(said)
    assert {"quokkapersonemail", "quokkaannualupdateinternal", "quokkaannualupdatemainbusiness"} <= found(
        said
    )


def test_reminders_and_calendars_tell_a_member_only_why_their_own_was_returned(
    planted: tuple[Register, set[str]],
) -> None:
    register, words = planted[0], Words()
    cycle = annual_cycle(register, "", TODAY, words)
    quarter = reporting(register, TODAY, words)
    for each in cycle.reminders:
        assert found(each.text) <= {"quokkaannualupdatereturnedbecause"}
    assert all(found(each.text) == set() for each in quarter.reminders)
    assert found(cycle_calendar(cycle, TODAY, words).decode()) == set()
    assert found(reports_calendar(register, TODAY, words).decode()) == set()


def _in_text(sheet: Sheet) -> None:
    write(sheet, "P", "A Quokkaleak here", BODY)


def _in_alt(sheet: Sheet) -> None:
    with sheet.pdf.tagged(sheet.pdf.root.add("Figure", alt="A Quokkaleak", box=(0, 0, 9, 9))):
        sheet.pdf.rule(60, 60, 10, 1, BODY.colour)


def _in_link(sheet: Sheet) -> None:
    sheet.pdf.link(sheet.pdf.root.add("Link"), "mailto:a@x.example", "Quokkaleak", (0, 0, 9, 9))


def _in_address(sheet: Sheet) -> None:
    sheet.pdf.link(sheet.pdf.root.add("Link"), "mailto:quokkaleak@x.example", "Write", (0, 0, 9, 9))


def _in_bookmark(sheet: Sheet) -> None:
    sheet.pdf.bookmark(Place("Quokkaleak", 0, 9))


@pytest.mark.parametrize("leak", [_in_text, _in_alt, _in_link, _in_address, _in_bookmark])
def test_the_search_finds_a_leak_wherever_it_is(leak: Callable[[Sheet], None]) -> None:
    sheet = Sheet("Title", "Council", "", TODAY, Words())
    assert found_in(sheet.finish()) == set()
    sheet = Sheet("Title", "Council", "", TODAY, Words())
    leak(sheet)
    assert found_in(sheet.finish()) == {"quokkaleak"}


def test_the_search_finds_a_leak_in_what_a_pdf_says_of_itself() -> None:
    for title, council in (("Quokkaleak", "Council"), ("Title", "Quokkaleak")):
        assert found_in(Sheet(title, council, "", TODAY, Words()).finish()) == {"quokkaleak"}


def test_a_paper_that_leaks_is_caught(
    planted: tuple[Register, set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same test over the same papers fails where a name brings its e-mail address along."""

    def leaking(register: Register, person: object) -> str:
        return str((register.get("person", str(person)) or {}).get("email") or "")

    monkeypatch.setattr(public, "person_name", leaking)
    for name in ("annual-pack", "annual-update", "cabinet"):
        with pytest.raises(AssertionError, match="quokkapersonemail"):
            test_no_paper_has_a_withheld_word(name, "en", planted)


def test_a_list_that_leaks_is_caught(
    planted: tuple[Register, set[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "agreed", lambda _kind, _row: True)
    with pytest.raises(AssertionError, match="quokkaannualupdate"):
        test_no_public_list_has_a_withheld_word("en", planted, tmp_path)
