"""The name that a paper's file is offered under."""

import re
from collections.abc import Sequence

from pmdesk.actions.annual_council import sitting_of
from pmdesk.actions.annual_pack import pack_year
from pmdesk.actions.paper_subjects import annual_update_meant, body_name, progress_update_meant
from pmdesk.actions.paper_table import PACK, PAPERS, paper_called
from pmdesk.actions.papers import year_name
from pmdesk.actions.titles import record_called
from pmdesk.domain.words import Words
from pmdesk.register.store import Register


def file_name(
    register: Register, name: str, of: Sequence[str], year: str | None, words: Words, today: str
) -> str:
    """A name for the file that says what is in it: 'Annual update, Moorland Arts Trust, 2025-26.pdf'."""
    parts = [words(paper_called(name).title)]
    if name == "annual-update":
        row = annual_update_meant(register, of, year)
        parts += [body_name(register, row), str(row["municipal_year_name"] or "")]
    elif name == "progress":
        row = progress_update_meant(register, of, year)
        parts += [str(row["partnership_name"] or ""), str(row["period"] or "")]
    elif PAPERS[name].of == PACK:
        parts.append(pack_year(register, year, today))
    elif PAPERS[name].of in ("measure", "plan", "health_check", "validation"):
        parts += [register.title(record_called(register, PAPERS[name].of, each)) for each in of[:1]]
    else:
        kind = PAPERS[name].of if len(of) == 1 else ""
        parts += [register.title(record_called(register, kind, each)) for each in of if kind]
        opened = sitting_of(register, year, today).year if name == "appointments" else ""
        parts.append(opened or year or year_name(register, today))
    said = ", ".join(part for part in parts if part)
    return re.sub(r'[\x00-\x1f/\\:*?"<>|]', "-", said)[:120].strip(" .") + ".pdf"
