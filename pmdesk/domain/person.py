"""A person: an elected member, an officer, or a partner's contact."""

from collections.abc import Mapping

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

PERSON = Entity(
    "person",
    N_("Person"),
    N_("Members and officers"),
    (
        Field(
            "name",
            N_("Name"),
            required=True,
            also=(
                *("full name", "member", "councillor", "officer", "person", "councillor name"),
                *("member name", "officer name", "contact name", "name of councillor", "name of member"),
            ),
        ),
        Field(
            "kind",
            N_("Kind"),
            Type.CHOICE,
            choices=(
                ("member", N_("Elected member")),
                ("officer", N_("Officer")),
                ("contact", N_("Partner contact")),
            ),
            also=("type",),
        ),
        Field(
            "organisation", N_("Organisation"), Type.REF, refers="organisation", also=("council", "employer")
        ),
        Field(
            "post",
            N_("Post"),
            help=N_("The job or office held, such as 'Partnership officer'."),
            also=("job title", "role", "office", "position", "job role"),
        ),
        Field("portfolio", N_("Portfolio"), help=N_("For a Cabinet member: what they answer for.")),
        Field("ward", N_("Ward"), also=("division", "electoral division")),
        Field("political_group", N_("Political group"), also=("party", "group", "political party")),
        Field("email", N_("E-mail"), private=True, also=("email", "e-mail address", "email address", "mail")),
        Field(
            "phone",
            N_("Phone"),
            private=True,
            also=("telephone", "tel", "mobile", "phone number", "telephone number"),
        ),
        Field("starts", N_("From"), Type.PARTIAL, also=("start", "elected", "start date", "term start")),
        Field("ends", N_("To"), Type.PARTIAL, also=("end", "left", "end date", "term end", "term ends")),
        NOTE,
    ),
    saved=N_("Saved person"),
    removed=N_("Deleted person"),
)


def styled_name(person: Mapping[str, object]) -> str:
    """How a paper names a person: members get 'Cllr' unless their name already carries a title.

    >>> styled_name({"name": "Daniel Okafor", "kind": "member"})
    'Cllr Daniel Okafor'
    """
    name = str(person.get("name") or "")
    titled = name.split(" ", 1)[0].rstrip(".").casefold() in (
        "cllr",
        "councillor",
        "cynghorydd",
        "cyng",
        "alderman",
    )
    # A pseudonym or code ('FM02') is no name to put a title before.
    if person.get("kind") != "member" or titled or " " not in name:
        return name
    return f"Cllr {name}"
