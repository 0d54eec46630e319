"""What `show organisation` prints of its figures."""

from pathlib import Path

from tests.cli.conftest import Pm


def fill(pm: Pm, register: Path) -> None:
    pm("add", register, "organisation", "name=Police", "kind=police")
    pm("add", register, "measure", "title=Reports", "owner organisation=Police", "polarity=lower",
       "aggregation=snapshot", "frequency=quarter")  # fmt: skip
    for period, target, value in (
        ("2019-20 Q4", "26", "31"),
        ("2019-20 Q3", "26", "25"),
        ("2019-20 Q2", "9", ""),
    ):
        pm("add", register, "target", "measure=Reports", f"period={period}", f"value={target}")
        if value:
            pm("add", register, "reading", "measure=Reports", f"period={period}", f"value={value}")
    pm("add", register, "contribution", "partnership=Active Aldermoor", "organisation=Police",
       "what=A sergeant", "undertaken=22,000", "due=31/3/2020")  # fmt: skip
    pm("add", register, "partner_words", "organisation=Police", "said on=20/4/2020", "said by=Ann Bell",
       "text=We were short.")  # fmt: skip
    pm("add", register, "partnership", "name=Cameras", "kind=grant", "funding_cash=1,250.50")
    pm("add", register, "partner", "partnership=Cameras", "organisation=Police")


def test_for_a_person(pm: Pm, register: Path) -> None:
    fill(pm, register)
    answer = pm("show", register, "organisation", "Police")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[-4:] == [
        "Attainment 2019-20: 1 of 2 (50%); 1 not rated; no cause given 1",
        "Contribution: Active Aldermoor, A sergeant, £22,000, by 31 March 2020, Overdue",
        "Its own words, 20 April 2020, Ann Bell: We were short.",
        "From the council: £1,250.50",
    ]


def test_for_a_program(pm: Pm, register: Path) -> None:
    fill(pm, register)
    told = pm("show", register, "organisation", "Police", "--json").json
    assert told["attainment"] == [
        {"year": "2019-20", "met": 1, "due": 2, "per_cent": 50, "not_rated": 1, "causes": {"": 1}}
    ]
    assert [(each["what"], each["state"]) for each in told["contributions"]] == [("A sergeant", "overdue")]
    assert told["account"]["money_undertaken"] == 22000
    assert [each["text"] for each in told["own_words"]] == ["We were short."]
    assert told["money_given"] == 1250.5


def test_own_words_cannot_be_changed_or_deleted_and_their_save_can_be_undone(pm: Pm, register: Path) -> None:
    fill(pm, register)
    [said] = pm("list", register, "partner_words", "--json").json
    for verb in (("set", register, "partner_words", said["id"], "text=Fine."),
                 ("delete", register, "partner_words", said["id"])):  # fmt: skip
        answer = pm(*verb)
        assert (answer.code, answer.err.startswith("These are the partner’s own words")) == (1, True)
    assert pm("list", register, "partner_words", "--json").json == [said]
    pm("add", register, "partner_words", "organisation=Police", "said on=21/4/2020", "text=By mistake.")
    pm("undo", register)
    assert pm("list", register, "partner_words", "--json").json == [said]


def test_an_organisation_with_nothing_prints_nothing_more(pm: Pm, register: Path) -> None:
    pm("add", register, "organisation", "name=Choir")
    assert "Attainment" not in pm("show", register, "organisation", "Choir").out
