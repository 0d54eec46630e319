"""The year in pictures, read from a real register."""

import pytest

from pmdesk.actions.year_pictures import year_pictures
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.figures.year_pictures import YearPictures
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"


def pictures(register: Register, year: str = "", public: bool = False) -> YearPictures:
    return year_pictures(register, year, TODAY, Words(), public=public)


@pytest.fixture
def seats(register: Register, body: str) -> tuple[str, str]:
    for name, council, due in (("2024-25", "22/5/24", "17/4/25"), ("2025-26", "21/5/25", "17/4/26")):
        save(register, "municipal_year", name=name, annual_council=council, returns_due=due)
    made = []
    for name in ("A Shaw", "H Bell"):
        person = save(register, "person", name=name, kind="member", political_group="Green")
        made.append(save(register, "appointment", outside_body=body, person=person))
    return made[0], made[1]


def write(register: Register, seat: str, year: str, **values: str) -> None:
    row = next(each for each in register.all("municipal_year") if each["name"] == year)
    save(register, "annual_update", appointment=seat, municipal_year=row["id"], **values)


def test_this_year_beside_the_last_and_report_backs_where_no_update_is(
    register: Register, seats: tuple[str, str]
) -> None:
    one, other = seats
    write(register, one, "2024-25", status="published", submitted_on="10/4/25")
    write(register, one, "2025-26", status="submitted", submitted_on="20/4/26", meetings_held="4",
          meetings_attended="3")  # fmt: skip
    save(register, "report_back", appointment=other, meeting_on="4/3/26", attendance="attended")
    save(register, "report_back", appointment=other, meeting_on="4/3/25", attendance="apologies")
    found = pictures(register)
    assert found.year == "2025-26" and found.returns is not None
    assert (found.returns.owed, found.returns.this_year[-1][1], found.returns.last_year[-1][1]) == (2, 1, 1)
    rows = {each.key: {row.name: row.said for row in each.rows} for each in found.bars}
    assert rows["groups"] == {"Green": "1 of 2"}
    assert rows["attendance"] == {"Cllr H Bell": "1 of 1", "Cllr A Shaw": "3 of 4"}
    public = pictures(register, public=True)
    assert [each.key for each in public.bars] == ["groups"], "nothing is agreed yet, no kind of body known"


def test_another_year_is_had_by_its_label_and_one_that_is_not_there_refused(
    register: Register, seats: tuple[str, str]
) -> None:
    write(register, seats[0], "2024-25", status="published", submitted_on="10/4/25")
    found = pictures(register, "2024-25")
    assert found.returns is not None and found.returns.last_year == ()
    with pytest.raises(Refused, match="2031-32"):
        pictures(register, "2031-32")


def test_a_register_without_a_year_has_no_pictures(register: Register) -> None:
    assert pictures(register) == YearPictures("", None, ())
