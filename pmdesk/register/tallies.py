"""How many measures share a value, and the hours recorded on them: counted by SQL, a row for each value.

A choice of filters reads this and never the measures themselves.
"""

from typing import NamedTuple

from pmdesk.register.database import Connection

# What measures can be counted by: name -> the SQL of the value.
_VALUES = {
    "rating": "coalesce(k.rating, 'no_reading')",
    "partnership": "coalesce(t.partnership, '')",
    "owner": "coalesce(t.owner, '')",
    "kind": "coalesce(t.kind, '')",
    "ready": "coalesce(k.missing, '') = ''",
    "noteless": "coalesce(k.noteless, 0)",
    "central": "t.measured_by IS NOT NULL",
}
_OBJECTIVES = (
    "SELECT objective, id, effort_hours FROM measure WHERE objective IS NOT NULL AND deleted = 0 AND stub = 0"
    " UNION SELECT s.objective, m.id, m.effort_hours FROM serves s JOIN measure m ON m.id = s.measure"
    " WHERE s.deleted = 0 AND s.objective IS NOT NULL AND m.deleted = 0 AND m.stub = 0"
)
_SUMS = (
    "count(*), sum(typeof({hours}) = 'integer'),"
    " coalesce(sum(CASE WHEN typeof({hours}) = 'integer' THEN {hours} END), 0)"
)


class Tally(NamedTuple):
    """`recorded` of the measures say how many hours a year they take: `hours` together."""

    measures: int
    recorded: int
    hours: int


def tally_by(db: Connection, name: str) -> dict[object, Tally]:
    """{value: Tally} of the measures by a key of _VALUES or 'objective'; '' where there is no value.

    A measure counts under each of its objectives.
    """
    if name == "objective":
        sums = _SUMS.format(hours="effort_hours")
        sql = f"SELECT objective, {sums} FROM ({_OBJECTIVES}) GROUP BY objective"
    else:
        sums = _SUMS.format(hours="t.effort_hours")
        sql = (
            f"SELECT {_VALUES[name]}, {sums} FROM measure t LEFT JOIN measure_kept k ON k.n = t.n"
            " WHERE t.deleted = 0 AND t.stub = 0 GROUP BY 1"
        )
    return {value: Tally(*sums) for value, *sums in db.execute(sql)}
