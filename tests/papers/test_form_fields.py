"""The fields of a form: typed in by a browser's own engine, read back; each in the tags, named, in order."""

from io import BytesIO
from typing import Any

import pypdfium2
from pypdf import PdfReader

from pmdesk.papers.form_fields import Form, State
from pmdesk.papers.lettering import REGULAR, Style
from pmdesk.papers.tagged import TaggedPdf
from tests.filling import TAB, filled, filling
from tests.papers.reading import tags

BODY = Style(REGULAR, 10, 14, (0, 0, 0))


def a_form(value: str = "") -> bytes:
    pdf = TaggedPdf("Title", "Council", "en-GB", "2026-04-27")
    form = Form(pdf)
    form.text(pdf.root.add("Form"), "said", "Say it. Help.", value, (50, 500, 450, 600), 20_000)
    choices = [State("yes", "Good? Yes", 50, 400), State("no", "Good? No", 100, 400)]
    form.choice([pdf.root.add("Form") for _ in choices], "good", "Good?", choices, "no")
    form.tick(pdf.root.add("Form"), "true", "It is true", "yes", 50, 300)
    form.kept("ticket", "sealed")
    form.finish()
    return pdf.finish(lambda page, pages: pdf.text(50, 20, [f"{page}/{pages}"], BODY))


def fields(made: bytes) -> dict[str, Any]:
    found = PdfReader(BytesIO(made)).get_fields() or {}
    return {name: field.get("/V") for name, field in found.items()}


def test_a_new_form_has_what_it_was_given() -> None:
    assert fields(a_form("Tŷ (Glân)\nTwo")) == {
        "said": "Tŷ (Glân)\nTwo",
        "good": "/no",
        "true": "/Off",
        "ticket": "sealed",
    }


def test_what_is_typed_in_a_browser_comes_back() -> None:
    typed = "Tŷ Glân, ŵ and Ŷ: ‘it’s’ – £3\nline two\n" + "long " * 900
    said = fields(filled(a_form("old"), {"said": typed}, {"good": "yes", "true": "yes"}))
    assert str(said["said"]).replace("\r\n", "\n").replace("\r", "\n") == typed
    assert (said["good"], said["true"], said["ticket"]) == ("/yes", "/yes", "sealed")


def test_the_browser_sets_welsh_letters_in_the_forms_own_font() -> None:
    """Without a symbol font's name the engine leaves ŵ blank; then its words would be in other fonts."""
    made = filled(a_form(), {"said": "ŵ ŷ ’ ẃ"})
    widget = PdfReader(BytesIO(made)).pages[0]["/Annots"][0].get_object()
    code = widget["/AP"]["/N"].get_object().get_data()
    assert b"\x81" in code and b"\x8d" in code and b"\x92" in code and b"\x9d" in code
    assert code.count(b" Tf") == 1


def test_a_box_is_drawn_with_its_edge_before_and_after() -> None:
    for made in (a_form(), filled(a_form(), {"said": "typed"})):
        document = pypdfium2.PdfDocument(made)
        document.init_forms()
        page = document[0]
        drawn = page.render(scale=1, may_draw_forms=True).to_pil().convert("L")
        height = round(page.get_height())
        assert min(drawn.getpixel((x, height - 550)) for x in (49, 50, 51)) < 200
        page.close()
        document.close()


def test_the_tab_key_goes_through_in_the_order_of_the_page() -> None:
    with filling(a_form()) as hands:
        assert [(box.name, box.state) for box in hands.boxes] == [
            ("said", ""), ("good", "yes"), ("good", "no"), ("true", "yes"), ("ticket", ""),
        ]  # fmt: skip
        assert hands.boxes[0].said == "Say it. Help."
        hands.focus("said")
        reached = []
        for _ in range(4):
            reached.append(hands.focused())
            hands.key(0, TAB)
        assert reached == ["said", "good", "good", "true"]


def test_each_field_is_in_the_tags_and_back() -> None:
    made = a_form()
    reader = PdfReader(BytesIO(made))
    forms = [tag for tag in tags(made) if tag.kind == "Form"]
    places = [widget.idnum for widget in reader.pages[0]["/Annots"]]
    seen = {number: reader.get_object(number) for number in places}
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    shown = {number: widget for number, widget in seen.items() if not widget["/F"] & 2}
    assert len(forms) == len(shown) == 4
    for tag, (number, widget) in zip(forms, shown.items(), strict=True):
        assert tag.element["/K"].raw_get("/Obj").idnum == number
        assert owners[widget["/StructParent"]].get_object()["/K"].raw_get("/Obj").idnum == number
        assert widget["/P"] == reader.pages[0]
    assert [widget["/TU"] for widget in [*shown.values()][1:3]] == ["Good? Yes", "Good? No"]


def test_many_answers_that_look_the_same_are_drawn_once() -> None:
    form = PdfReader(BytesIO(a_form()))
    yes, no = (form.pages[0]["/Annots"][place].get_object()["/AP"]["/N"] for place in (1, 2))
    assert yes.raw_get("/yes") == no.raw_get("/no")
    assert yes.raw_get("/Off") == no.raw_get("/Off")
