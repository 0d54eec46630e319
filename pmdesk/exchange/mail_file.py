"""An e-mail as a file (.eml) that a mail program opens as a draft; nothing is sent from here."""

from datetime import UTC, date, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP


def mail_file(to: str, subject: str, text: str, made_on: str) -> bytes:
    """The bytes of a message; `to` may be '' and is left out where it is no address.

    What a person typed is never a header of its own: line ends are taken out of the subject.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"  # Outlook then opens it to be written on and sent
    message["Subject"] = " ".join(subject.split())
    if to and (address := _address(to)):
        message["To"] = address
    message["Date"] = datetime.combine(date.fromisoformat(made_on), time(), UTC)
    message.set_content(text)
    return message.as_bytes()


def _address(to: str) -> Address | None:
    """The address as the library reads it; None where it cannot be one."""
    try:
        return Address(addr_spec=to.strip())
    except (ValueError, IndexError):  # what it raises for 'n/a' or an address with a line end in it
        return None
