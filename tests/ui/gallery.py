"""Every widget of the window and two pages with the drawings' own data, to look at and to walk in tests."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.ui import buttons
from pmdesk.ui.editors import Choice, DateText, LineText, LongText, NumberText, Reference, YesNo
from pmdesk.ui.empty import Empty
from pmdesk.ui.facts import Fact, FactsPanel, FiguresStrip
from pmdesk.ui.field import ErrorSummary, Field, column, inset
from pmdesk.ui.labels import label, prose
from pmdesk.ui.link_list import Group, Item, LinkList
from pmdesk.ui.page import ListAndRecord, PageHead, beside, page_column
from pmdesk.ui.paged_model import PagedModel, Row, Rows
from pmdesk.ui.pill import Pill
from pmdesk.ui.record_list import RecordList
from pmdesk.ui.search import Found
from pmdesk.ui.search_line import SearchLine
from pmdesk.ui.section import Section as RecordSection
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.window import MainWindow, Section, WindowVerbs

BODIES = [
    ("Aldermoor Almshouses Trust", "Charity, 2 of 2 seats, Gareth Poole", "complete", "Accepted"),
    ("Aldermoor Citizens Advice", "Voluntary, 2 of 2 seats, Ruth Adeyemi", "missed", "Overdue"),
    ("Aldermoor Community Transport", "Voluntary, 1 of 1 seat, Neil Sarkar", "complete", "Accepted"),
    ("Aldermoor Sixth Form College", "Education, 1 of 1 seat, Gareth Poole", "met", "Submitted"),
    ("Chalk Downs Landscape Board", "Joint committee, 1 of 1 seat, Tom Brandreth", "complete", "Accepted"),
    ("District Councils’ Network", "Network, 1 of 1 seat, Helen Marsh", "clock", "Not due"),
    ("Great Fenwick Village Hall", "Charity, 0 of 1 seat, Gareth Poole", "close", "Vacancy"),
    ("Howgate Relief in Need Charity", "Charity, 2 of 2 seats, Gareth Poole", "met", "Submitted"),
    ("Local Government Association", "Local government, 1 of 1 seat, Helen Marsh", "complete", "Accepted"),
    ("Moorland Arts Trust", "Arts and heritage, 1 of 1 seat, Josh Tennant", "missed", "Overdue"),
    ("Police and Crime Panel", "Joint committee, 1 of 1 seat, Helen Marsh", "complete", "Accepted"),
    ("St Werburgh’s Hospital Governors", "Health, 1 of 1 seat, Josh Tennant", "none", "Draft"),
    ("Wendle Canal Society", "Heritage, 1 of 1 seat, Neil Sarkar", "complete", "Accepted"),
    ("Wendle Internal Drainage Board", "Statutory, 3 of 3 seats, Tom Brandreth", "missed", "Overdue"),
    ("Wendle Valley Credit Union", "Voluntary, 1 of 1 seat, Ruth Adeyemi", "met", "Submitted"),
]


def _items(*lines: tuple[str, str, str, str, str], state: str = "missed") -> Sequence[Item]:
    return [Item(state, *line, key=line[0]) for line in lines]


GROUPS = [
    Group("Progress updates overdue", "3", _items(
        ("Community Safety Partnership", "2025-26 Q4, not started", "Helen Marsh", "10 days late",
         "Record update"),
        ("Wendle Valley Town Centre Board", "2025-26 Q4, drafted and waiting for sign-off", "Cllr Priya Nair",
         "6 days late", "Open draft"),
        ("Active Aldermoor", "2025-26 Q4, returned: ‘say what difference it made’", "Josh Tennant",
         "3 days late", "Open draft"))),
    Group("Annual updates not in", "15", _items(
        ("Aldermoor Citizens Advice", "observer, draft of about 1.3 pages", "Cllr Daniel Okafor",
         "10 days late", "Send reminder"),
        ("Moorland Arts Trust", "trustee, not started, reminded twice", "Cllr Robert Ashdown", "10 days late",
         "Send reminder"),
        ("Wendle Internal Drainage Board", "appointed member, not started", "Cllr Joan Pickersgill",
         "10 days late", "Send reminder")), "Show all 15"),
    Group("Missed, with no note", "2", _items(
        ("HS04 Households in temporary accommodation", "148 against 120 for 2025-26 Q4", "Ruth Adeyemi",
         "since 20 April", "Write the note"),
        ("CS02 Repeat reports of domestic abuse", "31.2% against 26.0% for 2025-26 Q4", "Helen Marsh",
         "since 22 April", "Write the note"))),
    Group("Milestones slipping", "5", [*_items(
        ("Bus station design agreed", "past its first date, re-dated 3 times, pushes 2 others",
         "Wendleshire CC", "73 days, to 12 June", "See what it pushes")), *_items(
        ("Riverside path land agreed", "re-dated twice, pushes 2 others", "Canal & River Trust",
         "85 days, to 24 July", "See what it pushes"), state="close")], "Show all 5"),
    Group("Reporting lines broken", "2", _items(
        ("Youth Sub-group", "last reported to Community Safety Partnership 12 November", "Aisha Rahman",
         "74 days beyond 3 months", "Ask for a report"),
        ("Moorland Health Forum", "last reported to Active Aldermoor 8 December", "Josh Tennant",
         "50 days beyond 3 months", "Ask for a report"))),
    Group("Terms ending", "6", _items(
        ("Wendle Internal Drainage Board", "all 3 seats end on one day", "Gareth Poole", "in 23 days, 20 May",
         "Plan appointments"),
        ("Aldermoor Almshouses Trust", "Cllr June Whitcombe’s second term ends", "Gareth Poole",
         "in 34 days, 31 May", "Plan appointments"), state="clock"), "Show all 6"),
]  # fmt: skip

FIGURES = [
    Fact("annual updates in", "31 of 46", "15 overdue since 17 April"),
    Fact("partnerships reported", "11 of 14", "for 2025-26 Q4"),
    Fact("measures met or close", "22 of 29", "4 missed, 3 not rated"),
    Fact("milestones on their date", "33 of 38", "5 slipping"),
]


def desk_page() -> QWidget:
    area, layout = page_column(left=16, right=16)
    head = PageHead("Desk", "Monday 27 April 2026. Annual Council is in 23 days, on Wednesday 20 May.")
    inset = QVBoxLayout()
    inset.setContentsMargins(8, 0, 8, 0)
    inset.setSpacing(12)
    inset.addWidget(head)
    inset.addWidget(FiguresStrip(FIGURES))
    layout.setSpacing(0)
    layout.addLayout(inset)
    groups = LinkList("What needs me")
    groups.set_groups(GROUPS)
    layout.addWidget(groups)
    area.setFocusProxy(groups)
    return area


class BodiesPage(ListAndRecord):
    def __init__(self) -> None:
        rows = [
            Row(f"b{n}", title, quiet, (state, word)) for n, (title, quiet, state, word) in enumerate(BODIES)
        ]
        self.model = PagedModel(Rows(rows))
        self.records = RecordList(
            self.model, "Outside bodies", [("name", "Name"), ("update", "Annual update")]
        )
        self.list_part, self.record_part = list_pane(self.records), record_pane()
        super().__init__(self.list_part, self.record_part)
        self.records.choose("b1")

    def focus_list(self) -> None:
        self.records.setFocus()

    def focus_record(self) -> None:
        self.record_part.findChild(SmallTable).setFocus()


def list_pane(records: RecordList) -> QWidget:
    pane = QWidget()
    layout = QVBoxLayout(pane)
    layout.setContentsMargins(0, 16, 0, 0)
    layout.setSpacing(12)
    top = QVBoxLayout()
    top.setContentsMargins(24, 0, 16, 0)
    top.setSpacing(12)
    head = PageHead("Outside bodies", "34 current")
    status = buttons.menu_button("Current", [("Current", print), ("Ended", print)], name="Which to show")
    top.addWidget(head)
    top.addWidget(beside(SearchLine("Filter by name, member, officer"), status, stretch=(1, 0), spacing=8))
    layout.addLayout(top)
    layout.addWidget(records, 1)
    return pane


def record_pane() -> QWidget:
    area, layout = page_column(left=32, spacing=24)
    head = PageHead()
    head.set(
        "Aldermoor Citizens Advice",
        "",
        ("plain", "Current"),
        "Charity and company limited by guarantee. Voluntary and community. Link officer Ruth Adeyemi.",
    )
    head.add_action(buttons.menu_button("", [("End", print)], "more", "More"))
    head.add_action(buttons.secondary("Edit", print, "edit"))
    head.add_action(buttons.primary("Record update", print))
    top = QVBoxLayout()
    top.setSpacing(16)
    top.addWidget(head)
    top.addWidget(
        FactsPanel(
            [
                Fact("Seats", "2 of 2 filled", "1 substitute seat vacant"),
                Fact("Council support, 2025-26", "£118,400", "grant to 31 March 2027"),
                Fact("Term rule", "3 years", "from Annual Council"),
                Fact("Next term ends", "20 May 2026", "Cllr Daniel Okafor, in 23 days"),
            ]
        )
    )
    layout.addLayout(top)
    layout.addWidget(_seats())
    layout.addWidget(_updates())
    layout.addWidget(beside(_purpose(), _reports(), stretch=(59, 41), spacing=24, turn_at=520))
    layout.addWidget(beside(buttons.flat("History of 14 changes", print, "history")))
    return area  # fmt: skip


def _seats() -> QWidget:
    section = RecordSection("Seats and appointments", "3", ("Add appointment", "plus", print))
    table = SmallTable([Column("Member", 25, strong=True), Column("Capacity", 17), Column("From", 16),
                        Column("To", 26), Column("Annual update", 16)], "Seats and appointments")  # fmt: skip
    table.set_rows([
        ["Cllr Margaret Holloway", "Trustee", "21 May 2024", "May 2027", Cell("Accepted", state="complete")],
        ["Cllr Daniel Okafor", "Observer", "23 May 2023", Cell("20 May 2026", "in 23 days"),
         Cell("Overdue", state="missed")],
        [Cell("Substitute, vacant", quiet=True), "Substitute", Cell("since 9 Feb 2026", quiet=True),
         Cell("Appoint someone", link=True), Cell("Not required", quiet=True)],
    ])  # fmt: skip
    section.add(table)
    return section


def _updates() -> QWidget:
    section = RecordSection("Annual updates", "1 of 2 in for 2025-26", ("Send reminder", "right", print))
    table = SmallTable([Column("Municipal year", 25, strong=True), Column("Member", 33),
                        Column("Worthwhile for the council", 26), Column("Status", 16)],
                       "Annual updates")  # fmt: skip
    table.set_rows([
        ["2025-26", "Cllr Daniel Okafor", Cell("draft, about 1.3 of 2 pages", quiet=True),
         Cell("Overdue", state="missed")],
        ["2025-26", "Cllr Margaret Holloway", "Yes", Cell("Accepted", state="complete")],
        ["2024-25", "Cllr Margaret Holloway", "Yes", Cell("Published", state="complete")],
        ["2024-25", "Cllr Daniel Okafor", "Partly", Cell("Published", state="complete")],
    ])  # fmt: skip
    section.add(table)
    return section


def _purpose() -> QWidget:
    section = RecordSection("What it is for")
    section.add(
        prose("Free, confidential advice on debt, benefits, housing and work for anyone in the district.")
    )
    return section


def _reports() -> QWidget:
    section = RecordSection("Report-backs", "4", ("Add report-back", "plus", print))
    section.add(label("Great Fenwick closes unless rent is found", "list"))
    return section


PEOPLE = [("p1", "Cllr Daniel Okafor"), ("p2", "Cllr Margaret Holloway"), ("p3", "Cllr Priya Nair")]


def find_people(text: str) -> list[tuple[str, str]]:
    return [(id, name) for id, name in PEOPLE if text.casefold() in name.casefold()]


class FormPage(QWidget):
    """One field of every kind, two of them in error."""

    def __init__(self) -> None:
        super().__init__()
        kinds = [("body", "Voluntary"), ("charity", "Charity"), ("joint", "Joint committee"),
                 ("health", "Health"), ("school", "Education")]  # fmt: skip
        worth = [("yes", "Yes"), ("partly", "Partly"), ("no", "No")]
        made = [
            Field("name", "What is the body called?", LineText(), "As it calls itself."),
            Field("held", "How many meetings were held this year?", NumberText()),
            Field("attended", "How many did you attend?", NumberText(), "Apologies count as not attended."),
            Field("starts", "When did it start?", DateText(), "For example 3/5/26 or May 2026."),
            Field("kind", "What kind of body is it?", Choice(kinds)),
            Field("worth", "Was it worthwhile?", Choice(worth)),
            Field("paid", "Is it paid?", YesNo()),
            Field("person", "Who holds the seat?", Reference(find_people)),
            Field("business", "What was the main business of the year?", LongText()),
        ]
        self.fields = {field.name: field for field in made}
        self.summary = ErrorSummary()
        area, layout = page_column(left=8)
        holder, inner = column()
        inner.addWidget(self.summary)
        for field in made:
            inner.addWidget(field)
        layout.addWidget(inset(PageHead("Annual update 2025-26")))
        layout.addWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def bits_page() -> QWidget:
    """Buttons, pills and the empty state."""
    area, layout = page_column()
    layout.addWidget(PageHead("Bits", "for the eye"))
    row = [buttons.primary("Record update"), buttons.secondary("Edit", None, "edit"),
           buttons.flat("Add", None, "plus"),
           buttons.quiet("Undo: Saved", None, "undo"), buttons.tool("more", "More")]  # fmt: skip
    layout.addWidget(beside(*row))
    states = ["met", "close", "missed", "complete", "none", "clock", "unknown", "dash", "plain"]
    layout.addWidget(beside(*[Pill(state, state.capitalize()) for state in states]))
    layout.addWidget(
        Empty("No outside body yet. Add one, or bring your spreadsheet.", "Add an outside body", print)
    )
    return area


def find_anything(text: str) -> list[Found]:
    found = [title for title, *_rest in BODIES if text.casefold() in title.casefold()]
    return [Found("Outside bodies", "outside_body", title, title, "Charity") for title in found] + [
        Found("Members", "person", id, name) for id, name in find_people(text)
    ]


def sections() -> list[Section]:
    rows = [("desk", "Desk", desk_page, 0), ("partnerships", "Partnerships", bits_page, 1),
            ("bodies", "Outside bodies", BodiesPage, 1), ("members", "Members", FormPage, 1),
            ("milestones", "Milestones", QWidget, 1), ("partners", "Partners", QWidget, 1),
            ("papers", "Papers", QWidget, 2)]  # fmt: skip
    foot = [("import", "Bring in a file"), ("settings", "Settings"), ("help", "Help")]
    return [Section(key, word, key, build, group) for key, word, build, group in rows] + [
        Section(key, word, key, QWidget, 3, True) for key, word in foot
    ]


def window(verbs: WindowVerbs | None = None) -> MainWindow:
    made = MainWindow("Aldermoor District Council", sections(), find_anything, verbs or WindowVerbs())
    made.set_saved("Saved on this laptop 10:42")
    made.set_badge("desk", "33")
    made.set_undo("Saved progress update")
    made.set_years(["2024-25", "2025-26"], "2025-26")
    return made
