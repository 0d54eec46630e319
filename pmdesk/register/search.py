"""Search over everything, as one types: accents ignored, titles first, newest first, a few rows at a time."""

import re
from typing import NamedTuple

from pmdesk.register.database import Connection


class Found(NamedTuple):
    """A record whose title or text has all the words typed, by their beginnings."""

    kind: str
    id: str
    title: str
    words: str  # a short piece of the text round the match; '' when the title matched


_FIND = """
    SELECT r.kind, r.id, r.title, {piece} FROM search JOIN record r ON r.n = search.rowid
    WHERE search MATCH ? AND r.deleted = 0 ORDER BY search.rowid DESC LIMIT ?
"""


def search(db: Connection, text: str, limit: int) -> list[Found]:
    """Records matching every word of `text`, those matched by title first."""
    query = match(text)
    if not query:
        return []
    titled = [Found(*row) for row in db.execute(_FIND.format(piece="''"), (f"title : ({query})", limit))]
    if len(titled) == limit:
        return titled
    piece = "snippet(search, 1, '', '', '…', 12)"
    known = {found.id for found in titled}
    rest = [Found(*row) for row in db.execute(_FIND.format(piece=piece), (query, limit + len(known)))]
    return (titled + [found for found in rest if found.id not in known])[:limit]


def match(text: str) -> str:
    """What a person typed as a full-text query: each word quoted, each a beginning; '' when there is none.

    >>> match('Tŷ "Glan')
    '"Tŷ"* "Glan"*'
    """
    return " ".join(f'"{word}"*' for word in re.findall(r"\w+", text)[:12])
