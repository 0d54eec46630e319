"""An e-mail as a file: it comes back as it was written, and nothing typed becomes a header."""

from email import message_from_bytes
from email.policy import default

import pytest

from pmdesk.exchange.mail_file import mail_file


def test_a_draft_comes_back_as_it_was_written() -> None:
    text = "Annwyl Ŵyn,\n\nMae’r diweddariad hwn yn aros amdanoch.\n.\nFrom: nobody"
    made = mail_file("g.wyn@cyngor.example", "Dau ddiweddariad", text, "2026-04-27")
    read = message_from_bytes(made, policy=default)
    assert (read["To"], read["Subject"], read["X-Unsent"]) == (
        "g.wyn@cyngor.example",
        "Dau ddiweddariad",
        "1",
    )
    body = read.get_body()
    assert body is not None and body.get_content().replace("\r\n", "\n").strip() == text
    assert made == mail_file("g.wyn@cyngor.example", "Dau ddiweddariad", text, "2026-04-27")


@pytest.mark.parametrize("to", ["", "n/a", "a@b\r\nBcc: all@council.example", "two words", "a@b, c@d"])
def test_what_is_no_address_is_left_out(to: str) -> None:
    read = message_from_bytes(mail_file(to, "One\r\nBcc: x@y", "Text", "2026-04-27"), policy=default)
    assert read["To"] is None and read["Bcc"] is None
    assert read["Subject"] == "One Bcc: x@y"
