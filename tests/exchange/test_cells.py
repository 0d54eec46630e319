"""One cell at a time: what is understood, what is kept, what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.domain.check import is_marked
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Field, Type
from pmdesk.exchange.cells import EMPTY, Cell, is_missing, read_cell, split_remark

FIELDS = [field for entity in ENTITIES.values() for field in entity.fields if field.type is not Type.REF]


def read(where: str, text: str) -> Cell:
    entity, name = where.split(".")
    return read_cell(ENTITIES[entity].field(name), text)


def doubt(where: str, text: str) -> str:
    return str(read(where, text).doubt)


@pytest.mark.parametrize("text", ["", " ", "dna", "DNA", "NA", "#N/A", "N/A", "n/a", "!", "*"])
def test_nothing_here(text: str) -> None:
    assert is_missing(text)
    assert read("outside_body.seats", text) is EMPTY


@pytest.mark.parametrize(
    ("where", "text", "value"),
    [
        ("appointment.capacity", "trustee", "trustee"),
        ("appointment.capacity", "Management Committee", "management_committee"),
        ("appointment.starts", "2024-05", "2024-05"),
        ("appointment.starts", "19/05/25", "2025-05-19"),
        ("appointment.ends", "May-27", "2027-05"),
        ("outside_body.seats", "4", 4),
        ("partnership.statutory", "Non-statutory", False),
        ("partnership.statutory", "Statutory", True),
        ("partnership.started", "2001", "2001"),
        ("partnership.kind", "Sub-group", "sub_group"),
        ("outside_body.status", "ended", "ended"),
        ("outside_body.name", '=HYPERLINK("http://x")', '=HYPERLINK("http://x")'),
    ],
)
def test_understood_without_a_doubt(where: str, text: str, value: object) -> None:
    assert read(where, text) == Cell(value)


@pytest.mark.parametrize(
    ("where", "text", "value"),
    [
        ("appointment.capacity", "nominated trustee", "trustee"),
        ("partnership.started", "2016-04 (current SLA)", "2016-04"),
        ("partnership.funding_cash", "5605 GBP a year + VAT", 560500),
        ("partnership.funding_cash", "£1.2k p.a.", None),
        ("partnership.kind", "sub-partnership of the LSP", "sub_group"),
        ("partnership.kind", "umbrella; proposed to be merged into Health and Wellbeing Board", "umbrella"),
        ("partnership.kind", "shared working arrangement", "shared_service"),
    ],
)
def test_understood_with_a_doubt_and_the_text_kept(where: str, text: str, value: object) -> None:
    cell = read(where, text)
    assert cell.doubt
    if value is not None:
        assert (cell.value, cell.keep) == (value, text)


@pytest.mark.parametrize("text", ["director/trustee", "board", "representative + deputy"])
def test_a_capacity_that_is_none_of_ours_is_kept_as_typed_and_marked(text: str) -> None:
    cell = read("appointment.capacity", text)
    assert cell.value == text
    assert cell.doubt
    assert is_marked(ENTITIES["appointment"].field("capacity"), cell.value)


def test_a_date_that_is_none_is_never_shifted() -> None:
    cell = read("appointment.starts", "31/02/2026")
    assert cell.value == "31/02/2026"
    assert "February has 28 days" in str(cell.doubt)


def test_a_deputy_is_asked_about() -> None:
    cell = read("outside_body.seats", "1 + 1 deputy")
    assert (cell.value, cell.also) == (1, (("substitutes", 1),))
    assert "is the deputy a substitute?" in str(cell.doubt)
    assert read("outside_body.seats", "two").value == "two"


def test_words_of_a_status() -> None:
    assert read("outside_body.status", "query").value == "under_review"
    assert "is read as Under review" in doubt("outside_body.status", "query")
    assert read("outside_body.status", "vacancy") is EMPTY
    assert read("outside_body.status", "contested")[:2] == (None, "contested")
    assert read("outside_body.status", "Ceased") == Cell("ceased")


def test_words_that_are_no_kind() -> None:
    assert read("partnership.kind", "listed") == Cell(keep="listed")
    assert read("partnership.kind", "Significant?").also == (("significance", "Significant?"),)
    assert read("partnership.kind", "odd")[:2] == (None, "odd")
    assert read("organisation.kind", "Charity").keep == "Charity"


def test_money_that_is_a_range_stays_as_typed() -> None:
    assert read("partnership.funding_cash", "5000 - 6000").value == "5000 - 6000"


def test_ten_thousand_characters_in_a_title() -> None:
    cell = read("outside_body.name", "x" * 10_000)
    assert str(cell.refused) == "This is 10000 characters long. The most that fits is 500."
    assert read("outside_body.seats", "x" * 10_000).refused


def test_a_remark_in_brackets() -> None:
    assert split_remark("TX01 (re-appointed)") == ("TX01", "re-appointed")
    assert split_remark("(misprinted; corrected)") == ("", "misprinted; corrected")
    assert split_remark("A [ill] B") == ("A [ill] B", "")


@given(st.sampled_from(FIELDS), st.text(max_size=60))
def test_no_cell_is_lost_in_silence(field: Field, text: str) -> None:
    """Whatever stands in a cell is read, kept, doubted or refused; never an error, never gone in silence."""
    cell = read_cell(field, text)
    if cell == EMPTY:
        assert (
            is_missing(text) or not "".join(filter(str.isprintable, text)).strip() or field.name == "status"
        )
    if cell.doubt:
        assert str(cell.doubt)
        assert cell.value is not None or cell.keep or cell.also


@given(
    st.sampled_from([f for f in FIELDS if f.type in (Type.DATE, Type.PARTIAL)]),
    st.from_regex(r"[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{3}", fullmatch=True),
)
def test_a_date_is_read_day_first_or_stays_as_it_was_typed(field: Field, text: str) -> None:
    cell = read_cell(field, text)
    if cell.doubt:
        assert cell.value == text
    else:
        day, month, year = (int(part) for part in text.split("/"))
        assert cell.value == f"{year:04d}-{month:02d}-{day:02d}"


def test_money_with_three_places_stays_as_typed() -> None:
    assert read("partnership.funding_cash", "£1,234.567").value == "£1,234.567"


def test_a_reading_says_why_there_is_no_number() -> None:
    value = ENTITIES["reading"].field("value")
    assert read_cell(value, "56.90").value == "56.9"
    assert (read_cell(value, "*").value, read_cell(value, "*").also) == (None, (("state", "suppressed"),))
    provisional = read_cell(value, "12.3 (p)")
    assert (provisional.value, provisional.also) == ("12.3", (("state", "provisional"),))
    assert read_cell(value, "dna") == EMPTY
    about = read_cell(value, "about 5")
    assert about.value == "about 5"
    assert about.doubt is not None
    assert read_cell(ENTITIES["target"].field("value"), "*") == EMPTY, "a target has no state"


def test_a_sorting_word_is_no_polarity() -> None:
    polarity = ENTITIES["measure"].field("polarity")
    read = [read_cell(polarity, typed).value for typed in ("Low", "Higher is better", "band")]
    assert read == ["lower", "higher", "band"]
    ascending = read_cell(polarity, "Ascending")
    assert (ascending.value, ascending.keep) == (None, "Ascending")
    assert ascending.doubt is not None
    assert read_cell(polarity, "None") == EMPTY


def test_how_often_is_read_in_real_words_and_a_period_is_refused_when_unclear() -> None:
    assert read_cell(ENTITIES["measure"].field("frequency"), "Anually").value == "year"
    assert read_cell(ENTITIES["reading"].field("period"), "2009-10").refused is not None
    assert read_cell(ENTITIES["reading"].field("period"), "2009/10").value == "2009-10"
