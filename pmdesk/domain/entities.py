"""The records of the register, each declared once; the words are field.md's.

To add an entity:
1. its facts and its rules in a file of this folder, its name in ENTITIES below, after all it refers to;
2. its table in a new migration in `register/migrations` (a released one never changes);
3. where a person sees it: `_PAGES` or `_SHOWN_BY` in `actions/finding.py`;
4. how its form is arranged and what its buttons say: `ui/pages/arrangements.py`;
5. a test of its rules in `tests/domain`. Lists, import, export, history and the command line need nothing.
"""

from collections.abc import Mapping

from pmdesk.domain.annual_update import ANNUAL_UPDATE
from pmdesk.domain.appointment import APPOINTMENT
from pmdesk.domain.challenge import CHALLENGE, CHALLENGE_REPLY
from pmdesk.domain.contribution import CONTRIBUTION, PARTNER_WORDS
from pmdesk.domain.facts import Entity
from pmdesk.domain.health_check import HEALTH_ANSWER, HEALTH_BOX, HEALTH_CHECK
from pmdesk.domain.laptop import LAPTOP
from pmdesk.domain.measure import COMPARATOR, EARLIER_TOLERANCE, MEASURE, READING, SERVES, TARGET
from pmdesk.domain.milestone import FORECAST, MILESTONE
from pmdesk.domain.municipal_year import MUNICIPAL_YEAR
from pmdesk.domain.organisation import ORGANISATION
from pmdesk.domain.outside_body import OUTSIDE_BODY
from pmdesk.domain.partnership import PARTNER, PARTNERSHIP
from pmdesk.domain.person import PERSON
from pmdesk.domain.personal_target import PERSONAL_TARGET
from pmdesk.domain.plan import ALIGNMENT, OBJECTIVE, PLAN
from pmdesk.domain.practice import ADOPTION, PRACTICE
from pmdesk.domain.progress_update import PROGRESS_UPDATE
from pmdesk.domain.rating_rule import RATING_RULE
from pmdesk.domain.report_back import REPORT_BACK
from pmdesk.domain.review import RECOMMENDATION, REVIEW
from pmdesk.domain.risk import RISK
from pmdesk.domain.settings import SETTINGS
from pmdesk.domain.slippage import WAITS_FOR
from pmdesk.domain.tension import TENSION
from pmdesk.domain.validation import VALIDATION, VALIDATION_HEAD

# In an order in which every record comes after those it refers to.
ENTITIES: Mapping[str, Entity] = {
    entity.name: entity
    for entity in (
        ORGANISATION,
        PERSON,
        LAPTOP,
        MUNICIPAL_YEAR,
        PARTNERSHIP,
        PARTNER,
        CONTRIBUTION,
        PARTNER_WORDS,
        RISK,
        OUTSIDE_BODY,
        APPOINTMENT,
        REPORT_BACK,
        ANNUAL_UPDATE,
        PROGRESS_UPDATE,
        PLAN,
        OBJECTIVE,
        ALIGNMENT,
        MILESTONE,
        FORECAST,
        WAITS_FOR,
        MEASURE,
        EARLIER_TOLERANCE,
        SERVES,
        TARGET,
        READING,
        COMPARATOR,
        RATING_RULE,
        CHALLENGE,
        CHALLENGE_REPLY,
        TENSION,
        REVIEW,
        RECOMMENDATION,
        HEALTH_CHECK,
        HEALTH_BOX,
        HEALTH_ANSWER,
        VALIDATION,
        VALIDATION_HEAD,
        PRACTICE,
        ADOPTION,
        PERSONAL_TARGET,
        SETTINGS,
    )
}
