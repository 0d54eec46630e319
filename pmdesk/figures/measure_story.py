"""One measure with everything its page, its charts, its paper and the command line say: frozen, read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pmdesk.domain.comparators import peers
from pmdesk.domain.decimals import decimal_of, decimals_of, fitted, say_measured
from pmdesk.domain.direction import Direction, direction
from pmdesk.domain.forecast import Forecast, forecast
from pmdesk.domain.rating import RATINGS, rule_in_force, word_of
from pmdesk.domain.series import Reading, Rule, Scale, Target, readings_of, scale_of, targets_of
from pmdesk.domain.smart import Letter, say_too_fast, smart_target
from pmdesk.domain.standing import Standing, standings
from pmdesk.domain.words import Say

Record = Mapping[str, object]
FEWEST_AREAS = 3  # fewer say nothing of how areas are spread


@dataclass(frozen=True)
class MeasureStory:
    """`targets` and `readings` in period order; `target_rows` and `reading_rows` are their records by id.

    `objectives` are those it shows, the first one first; `aligned` the objectives of other plans that these
    contribute to, directly or through one another. `comparators` are other areas' records,
    `earlier` those of the tolerances it had before.
    """

    measure: Record
    scale: Scale
    targets: tuple[Target, ...]
    readings: tuple[Reading, ...]
    standings: tuple[Standing, ...]
    rules: tuple[Rule, ...]
    target_rows: Mapping[str, Record]
    reading_rows: Mapping[str, Record]
    objectives: tuple[Record, ...]
    aligned: tuple[Record, ...]
    comparators: tuple[Record, ...]
    earlier: tuple[Record, ...]
    today: str
    unsettled: frozenset[str] = frozenset()  # the records of it of which two laptops left two values

    @property
    def unit(self) -> str:
        return str(self.measure.get("unit") or "")

    @property
    def decimals(self) -> int | None:
        shown = self.measure.get("decimals")
        return shown if isinstance(shown, int) else None

    @cached_property
    def shown_decimals(self) -> int:
        """The decimals of what is worked out: the measure's own, else one more than were entered."""
        return min(decimals_of(self.recorded) + 1, 2) if self.decimals is None else self.decimals

    @cached_property
    def recorded(self) -> frozenset[Decimal]:
        """The numbers of its readings and targets, and its baseline, as they were entered."""
        rows = [*self.reading_rows.values(), *self.target_rows.values(), self.measure]
        given = (decimal_of(row.get(name)) for row in rows for name in ("value", "low", "high", "baseline"))
        read = (each.value for each in self.readings)
        return frozenset(each for each in (*given, *read) if each is not None)

    @property
    def title(self) -> str:
        """'EN02 Household waste recycled'."""
        return " ".join(str(self.measure[name]) for name in ("code", "title") if self.measure.get(name))

    @cached_property
    def family(self) -> list[Record]:
        """The areas of its own family group; empty where none is named or too few are known."""
        named = str(self.measure.get("family") or "")
        found = peers(self.comparators, named) if named else []
        return found if len(found) >= FEWEST_AREAS else []

    @cached_property
    def peers(self) -> list[Record]:
        """The areas it is compared with: its family group where that is known, else all of its own kind."""
        return self.family or peers(self.comparators)

    @cached_property
    def latest(self) -> Standing | None:
        """The last reading that says something: 'not due' only where there is nothing else."""
        said = [each for each in self.standings if each.rating != "not_due"] or list(self.standings)
        return said[-1] if said else None

    @cached_property
    def target(self) -> Target | None:
        """The target to be reached next: the first that ends with the latest reading or after it."""
        ends = self.latest.ends if self.latest else ""
        ahead = [each for each in self.targets if each.ends >= ends]
        return ahead[0] if ahead else self.targets[-1] if self.targets else None

    @cached_property
    def goal(self) -> Target | None:
        """The last target agreed: where the path ends."""
        return self.targets[-1] if self.targets else None

    @cached_property
    def forecast(self) -> Forecast:
        return forecast(self.scale, self.targets, self.readings)

    @cached_property
    def direction(self) -> Direction:
        return direction(self.scale, self.readings)

    @cached_property
    def serves(self) -> tuple[str, ...]:
        """The objectives of other plans that it counts towards, by name."""
        first = self.objectives[0]["plan"] if self.objectives else None
        others = [row for row in (*self.objectives, *self.aligned) if row["plan"] != first]
        return tuple({str(row["id"]): str(row["name"]) for row in others}.values())

    @cached_property
    def smart(self) -> tuple[Letter, ...]:
        """The five questions of the target to be reached next."""
        target = self.target_rows.get(self.target.id) if self.target else None
        return tuple(smart_target(shown(self.measure), target, self.serves))

    @cached_property
    def too_fast(self) -> Say | None:
        """That no past rate reaches the target, with both rates; None when one does."""
        return say_too_fast(shown(self.measure), self.scale, self.targets, self.readings)

    def word_of(self, standing: Standing | None) -> str:
        """The council's word for a reading's rating, by its own period's rule; to be said with `words`."""
        if standing is None:
            return RATINGS["no_reading"][1]
        return word_of(standing.rating, rule_in_force(self.rules, standing.ends))

    def said(self, number: object, signed: bool = False) -> str:
        """A number of this measure as people read it: '46.9%', '£4,960', '12'."""
        return self._as(self.unit, number, signed)

    def number(self, number: object, signed: bool = False) -> str:
        """The same without its unit."""
        return self._as("", number, signed)

    def _as(self, unit: str, number: object, signed: bool) -> str:
        """Where nobody chose the decimals, zeros that nobody wrote are not shown."""
        found = decimal_of(number)
        if found is None or self.decimals is not None:
            return say_measured(found, unit, self.decimals, signed)
        return say_measured(fitted(found, decimals_of(self.recorded)), unit, None, signed)


def shown(record: Record) -> Record:
    """A record with the names of what it refers to in place of their ids."""
    names = {key.removesuffix("_name"): value for key, value in record.items() if key.endswith("_name")}
    return {**record, **{key: value for key, value in names.items() if key in record}}


def measure_story(
    measure: Record,
    targets: Sequence[Record],
    readings: Sequence[Record],
    rules: Sequence[Rule],
    today: str,
    objectives: Sequence[Record] = (),
    aligned: Sequence[Record] = (),
    comparators: Sequence[Record] = (),
    earlier: Sequence[Record] = (),
) -> MeasureStory:
    """The story from the records as they are read; figures are worked out when first asked for."""
    scale = scale_of(measure, earlier)
    read_targets, read_readings = targets_of(targets), readings_of(readings, scale.per_cent)
    return MeasureStory(
        measure,
        scale,
        tuple(read_targets),
        tuple(read_readings),
        tuple(standings(scale, read_targets, read_readings, list(rules))),
        tuple(rules),
        {str(row["id"]): row for row in targets},
        {str(row["id"]): row for row in readings},
        tuple(objectives),
        tuple(aligned),
        tuple(comparators),
        tuple(earlier),
        today,
    )
