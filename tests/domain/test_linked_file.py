"""A document's place is a web address or the whole place of a file; anything else is refused."""

import pytest

from pmdesk.domain.linked_file import file_place, is_document, link_problem, linked_name, web_address


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("https://www.aldermoor.example/terms.pdf", "https://www.aldermoor.example/terms.pdf"),
        ("www.aldermoor.example/terms", "https://www.aldermoor.example/terms"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("see the website https://aldermoor.example", None),
    ],
)
def test_only_the_web_is_a_web_address(place: str, address: str | None) -> None:
    assert web_address(place) == address


@pytest.mark.parametrize(
    ("place", "whole"),
    [
        (r"S:\Partnerships\Terms.docx", True),
        (r"\\moor-house\shared\Terms.docx", True),
        ("/srv/shared/terms.odt", True),
        ('"S:\\Partnerships\\Terms.docx"', True),
        ("Terms.docx", False),
        (r"Partnerships\Terms.docx", False),
        ("in the filing cabinet", False),
    ],
)
def test_a_file_is_meant_by_its_whole_place(place: str, whole: bool) -> None:
    assert (file_place(place) is not None) == whole
    assert (link_problem(place) is None) == whole


def test_what_might_be_a_program_is_no_document() -> None:
    assert is_document(r"S:\Terms.DOCX") and is_document("/srv/terms.pdf")
    assert not is_document(r"S:\Terms.exe") and not is_document("/srv/terms.desktop")


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("https://www.aldermoor.example/docs/terms.pdf?version=2", "terms.pdf"),
        ("https://www.aldermoor.example/", "www.aldermoor.example"),
        (r"S:\Partnerships\Terms of reference.docx", "Terms of reference.docx"),
    ],
)
def test_it_is_called_by_its_name(place: str, name: str) -> None:
    assert linked_name(place) == name
