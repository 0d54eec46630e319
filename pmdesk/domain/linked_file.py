"""Where a document of a partnership lies: a web address, or a place on this laptop or a shared drive."""

import re
from pathlib import PurePosixPath, PureWindowsPath

from pmdesk.domain.words import N_, Say

# The fields of a partnership that say where a document lies.
LINKED = ("terms_file", "agreement_file", "exit_file")
# What is opened by its own program; of anything else the folder is shown, since it might be a program itself.
DOCUMENTS = frozenset(
    {
        *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".xls", ".xlsx", ".ods", ".csv"),
        *(".ppt", ".pptx", ".odp", ".png", ".jpg", ".jpeg"),
    }
)
_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_BARE_WEB = re.compile(r"www\.[^\s/]+\S*", re.IGNORECASE)


def web_address(place: str) -> str | None:
    """The address to open in a browser; None for what is no web address.

    >>> web_address("www.aldermoor.example/terms.pdf")
    'https://www.aldermoor.example/terms.pdf'
    """
    place = place.strip()
    if _WEB.fullmatch(place):
        return place
    return f"https://{place}" if _BARE_WEB.fullmatch(place) else None


def file_place(place: str) -> str | None:
    r"""The whole path of a file, as this or another laptop writes it; None for what is none.

    >>> file_place(r"S:\Partnerships\terms.docx"), file_place("terms.docx")
    ('S:\\Partnerships\\terms.docx', None)
    """
    place = place.strip().strip('"')
    whole = PureWindowsPath(place).is_absolute() or PurePosixPath(place).is_absolute()
    return place if whole and "\n" not in place else None


def is_document(place: str) -> bool:
    """Whether its name ends as a document's does."""
    return PureWindowsPath(place).suffix.casefold() in DOCUMENTS


def linked_name(place: str) -> str:
    """What to call it on a page: the name of the file, or of the place on the web.

    >>> linked_name("https://www.aldermoor.example/docs/terms.pdf"), linked_name("/srv/terms.odt")
    ('terms.pdf', 'terms.odt')
    """
    address = web_address(place)
    if address is None:
        return PureWindowsPath(place.strip().strip('"')).name or place
    host, _, path = address.partition("://")[2].partition("/")
    return path.partition("?")[0].rstrip("/").rpartition("/")[2] or host


def link_problem(place: str) -> Say | None:
    """Why text says of no document where it lies."""
    if web_address(place) or file_place(place):
        return None
    return Say(
        N_(
            "This is neither a web address nor the whole place of a file,"
            " such as ‘https://…’ or ‘S:\\Partnerships\\Terms.docx’."
        )
    )
