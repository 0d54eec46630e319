"""The statements that partners answer in a health check: two sets that are known to work, or one's own.

The six principles are those of the Partnership Assessment Tool (Strategic Partnering Taskforce, 2003); the
eight heads are those of the Governing Partnerships checklist. The statements are in our own plain words.
"""

from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.domain.words import N_


class Principle(NamedTuple):
    """A principle and the statements under it; '' where a person's own statements stand under none."""

    title: str
    statements: tuple[str, ...]


ANSWERS: tuple[tuple[int, str], ...] = (
    (1, N_("Strongly disagree")),
    (2, N_("Disagree")),
    (3, N_("Agree")),
    (4, N_("Strongly agree")),
)

TEMPLATES: Mapping[str, tuple[Principle, ...]] = {
    "assessment_tool": (
        Principle(
            N_("Recognise and accept the need for partnership"),
            (
                N_("We have achieved things together that none of us could have done alone."),
                N_("We know what helped and what got in the way when we worked together before."),
                N_("Each of us needs the others to reach our own aims here."),
                N_("We agree which part of the work needs a partnership and which does not."),
                N_("The people at the top of each organisation want this partnership."),
                N_("We say openly where our interests differ."),
            ),
        ),
        Principle(
            N_("Clarity and realism of purpose"),
            (
                N_("We share a picture of what we want to be different for residents."),
                N_("Our aims are written down in words that all of us would use."),
                N_("What each of us promises is within our power and our means."),
                N_("We know what each of us gains by taking part."),
                N_("We agree what to do first."),
                N_("Our targets follow from what we want to achieve, not from what is easy to count."),
            ),
        ),
        Principle(
            N_("Commitment and ownership"),
            (
                N_("The right people from each organisation come, and come again."),
                N_("Those who come can decide for their organisation."),
                N_("Each organisation gives the time and money it said it would."),
                N_("Our staff know about the partnership and what it means for their work."),
                N_("People who work across organisations are supported and thanked."),
                N_("The partnership would carry on if one or two people left."),
            ),
        ),
        Principle(
            N_("Develop and maintain trust"),
            (
                N_("Each organisation’s contribution is recognised, whatever its size."),
                N_("Credit and blame are shared fairly."),
                N_("We do what we tell each other we will do."),
                N_("We can say hard things to each other and still work together."),
                N_("No partner takes decisions that are for all of us."),
                N_("We tell each other early when something is going wrong."),
            ),
        ),
        Principle(
            N_("Clear and robust arrangements"),
            (
                N_("Everybody knows who answers for what, and to whom."),
                N_("Our meetings are worth the time they take."),
                N_("It is clear how we decide, and how we settle a dispute."),
                N_("Money, staff and information are shared by rules that all of us have agreed."),
                N_("The arrangements are as simple as they can be."),
                N_("We know how the partnership would end, and what would happen then."),
            ),
        ),
        Principle(
            N_("Monitor, measure and learn"),
            (
                N_("We agreed how we would know whether this is working."),
                N_("The figures we look at tell us about outcomes, not only about activity."),
                N_("Reports come on time and lead to decisions."),
                N_("We look honestly at what did not work, and why."),
                N_("We change what we do in the light of what we learn."),
                N_("Residents and those who use our services are asked what difference we make."),
            ),
        ),
    ),
    "eight_heads": (
        Principle(
            N_("Why it exists"),
            (
                N_("It is clear what this partnership was set up to do."),
                N_("What it was set up to do still needs doing."),
            ),
        ),
        Principle(
            N_("What it adds"),
            (
                N_("It does what no partner could do alone."),
                N_("What comes out of it is worth what we put in."),
            ),
        ),
        Principle(
            N_("Who governs it"),
            (
                N_("It is clear who decides, and how."),
                N_("The written terms match how we really work."),
            ),
        ),
        Principle(
            N_("How it performs"),
            (
                N_("We know how well it is doing from good and timely figures."),
                N_("Something happens when it does less well than planned."),
            ),
        ),
        Principle(
            N_("Money"),
            (
                N_("It is clear who pays for what, and who answers for the money."),
                N_("The money that was promised arrives."),
            ),
        ),
        Principle(
            N_("Risk"),
            (
                N_("We know what could go wrong, and who would deal with it."),
                N_("Risks are shared fairly between the partners."),
            ),
        ),
        Principle(
            N_("How it ends"),
            (
                N_("We know what would happen if a partner left."),
                N_("We would know when the work is done."),
            ),
        ),
        Principle(
            N_("How it serves the public"),
            (
                N_("Residents can find out what the partnership does."),
                N_("Residents can have a say, and can complain."),
            ),
        ),
    ),
}


def principles_of(template: object, own: object = "") -> tuple[Principle, ...]:
    """The principles of a check by its template's code and, for 'own', its text; () when there are none.

    >>> principles_of("own", "# Trust\\nWe keep our word.\\n\\n# Money\\nIt arrives.\\nIt is enough.")[1]
    Principle(title='Money', statements=('It arrives.', 'It is enough.'))
    >>> len(principles_of("eight_heads")), principles_of("own", "# Only a heading")
    (8, ())
    """
    if template != "own":
        return TEMPLATES.get(str(template or ""), ())
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in (each.strip() for each in str(own or "").splitlines()):
        if line.startswith("#"):
            found.append((line.lstrip("# ").strip(), []))
        elif line:
            found[-1][1].append(line)
    return tuple(Principle(title, tuple(said)) for title, said in found if said)


def how_many(principles: tuple[Principle, ...]) -> int:
    """How many statements they have together."""
    return sum(len(each.statements) for each in principles)
