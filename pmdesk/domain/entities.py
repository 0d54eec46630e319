"""The records of the register, each declared once; the words are field.md's.

To add an entity: its facts in a file of this folder, its name in ENTITIES, a migration, a test.
"""

from collections.abc import Mapping

from pmdesk.domain.annual_update import ANNUAL_UPDATE
from pmdesk.domain.appointment import APPOINTMENT
from pmdesk.domain.facts import Entity
from pmdesk.domain.milestone import FORECAST, MILESTONE
from pmdesk.domain.municipal_year import MUNICIPAL_YEAR
from pmdesk.domain.organisation import ORGANISATION
from pmdesk.domain.outside_body import OUTSIDE_BODY
from pmdesk.domain.partnership import PARTNER, PARTNERSHIP
from pmdesk.domain.person import PERSON
from pmdesk.domain.progress_update import PROGRESS_UPDATE
from pmdesk.domain.settings import SETTINGS

# In an order in which every record comes after those it refers to.
ENTITIES: Mapping[str, Entity] = {
    entity.name: entity
    for entity in (
        ORGANISATION,
        PERSON,
        MUNICIPAL_YEAR,
        PARTNERSHIP,
        PARTNER,
        OUTSIDE_BODY,
        APPOINTMENT,
        ANNUAL_UPDATE,
        PROGRESS_UPDATE,
        MILESTONE,
        FORECAST,
        SETTINGS,
    )
}
