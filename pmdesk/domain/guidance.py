"""Quiet advice on an update while it is typed; it refuses nothing.

field.md, 'Publishing': an update is factual, in the past tense, names no individual, and fills two pages.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from pmdesk.domain import annual_update
from pmdesk.domain.words import N_, Say

# Titles that stand before a name in a register but seldom in a sentence.
_TITLES = (
    "cllr",
    "councillor",
    "cynghorydd",
    "cyng",
    "alderman",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "dame",
)
# 'Mr Poole' is somebody, whether or not the register knows him. 'Miss' begins sentences too: it needs a name.
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Cllr|Councillor|Alderman|Rev|Cyng|Cynghorydd|Y Cynghorydd|Parch)\.?"
    r"(?: [A-Z]\.?){0,2} [^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)*"
)
# What speaks of the future, or of what goes on, where the question is what was done.
_NOT_PAST = re.compile(
    r"\b(?:will|shall|going to|plans? to|planning to|hopes? to|intends? to|aims? to"
    r"|[Bb]ydd(?:af|wn|ant)?|[Bb]wriad(?:u|af|wn|ant)|[Gg]obeithi(?:o|af|wn)|yn mynd i)\b"
    r"|\b(?:I|[Ww]e) (?:am|are|attend|chair|represent|sit|report|raise|support|help|work|meet|take|speak|vote"
    r"|ask|bring|make)\b"
)
# What judges, where the question is what happened.
_JUDGES = re.compile(
    r"\b(?:disgraceful|disgusting|shocking|appalling|useless|incompetent|pathetic|ridiculous|outrageous"
    r"|terrible|awful|fantastic|amazing|wonderful|brilliant|obviously|allegedly|rumours?|in my opinion"
    r"|I (?:feel|believe|think|suspect)"
    r"|gwarthus|ffiaidd|ofnadwy|erchyll|diwerth|chwerthinllyd|anhygoel|gwych|bendigedig|yn amlwg|honedig"
    r"|yn fy marn i|rwy’n (?:teimlo|credu|meddwl|amau)|rwy'n (?:teimlo|credu|meddwl|amau))\b",
    re.IGNORECASE,
)
# The answers that say what was done; other answers may look ahead, and the whys may judge.
PAST = ("main_business", "contributed", "done")
FACTUAL = (*PAST, "support_given", "issues", "difference")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def people_named(text: str, names: Iterable[str]) -> list[str]:
    """The `names` that stand in `text` in full, in the order they first do; titles and case do not matter.

    A name of one word ('FM02', 'Jones') names too little to be sure of.

    >>> people_named("I thanked MARGARET HOLLOWAY and Mr Poole.", ["Cllr Margaret Holloway", "Gareth Poole"])
    ['Cllr Margaret Holloway']
    """
    called = {words: name for name in names if len(words := _words(name)) > 1}
    lengths = sorted({len(words) for words in called})
    written = _words(text, titles=True)
    found: dict[str, None] = {}
    for at in range(len(written)):
        for length in lengths:
            name = called.get(written[at : at + length])
            if name:
                found[name] = None
    return list(found)


def guidance(
    answers: Mapping[str, object], names: Iterable[str], *, two_pages: bool = False
) -> dict[str, Say]:
    """What to say under which public answer: {field: sentence}; `answers` are the long ones as typed.

    One sentence to an answer, the most pressing: a name, a judgement, another tense, more than two pages.
    """
    names = list(names)
    said = {
        field: sentence
        for field, text in answers.items()
        if (sentence := _about(field, str(text or ""), names))
    }
    pages = annual_update.pages(answers)
    if two_pages and pages > annual_update.PAGES_ALLOWED:
        longest = max(answers, key=lambda field: len(str(answers[field] or "")))
        said.setdefault(
            longest,
            Say(
                N_("Guidance: all answers together fill about {pages} pages of 2. This is the longest."),
                {"pages": pages},
            ),
        )
    return said


def titled(text: str) -> str:
    """The first person named by a title and a name; '' where none is.

    >>> titled("A note went to Mrs. Poole-Hart on Friday."), titled("Councillors met; Miss one and ask.")
    ('Mrs. Poole-Hart', '')
    """
    found = _TITLED.search(text)
    return found[0] if found else ""


def _about(field: str, text: str, names: Sequence[str]) -> Say | None:
    """The one thing to say of an answer; None where there is nothing."""
    if named := next(iter(people_named(text, names)), "") or titled(text):
        return Say(N_("Guidance: this names {name}. Do not name individuals."), {"name": named})
    if field in FACTUAL and (found := _JUDGES.search(text)):
        return Say(
            N_("Guidance: ‘{word}’ judges. Say what happened, with a figure or a date."), {"word": found[0]}
        )
    if field in PAST and (found := _NOT_PAST.search(text)):
        return Say(
            N_("Guidance: ‘{word}’ is not about the past. Say what was done, in the past tense."),
            {"word": found[0]},
        )
    return None


def _words(text: str, titles: bool = False) -> tuple[str, ...]:
    """Words in lower case, 'Okafor’s' as 'okafor'; titles are left out unless asked for."""
    words = [re.sub(r"['’]s$", "", word.casefold()) for word in _WORD.findall(text)]
    return tuple(word for word in words if titles or word not in _TITLES)
