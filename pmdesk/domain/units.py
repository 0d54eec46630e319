"""Units that are a sign beside the number: per cent and pounds; every other unit is a word of its own."""


def is_per_cent(unit: str) -> bool:
    """Whether a unit means hundredths: '%', 'per cent', 'Percentage', 'y cant'.

    >>> is_per_cent("% of households"), is_per_cent("days")
    (True, False)
    """
    said = unit.casefold()
    return "%" in said or said.replace(" ", "").startswith(("percent", "ycant"))


def is_pounds(unit: str) -> bool:
    """Whether a unit is pounds: '£', 'pounds', 'GBP', '£ per head'; '£000' is a unit of its own.

    >>> is_pounds("£ per pupil"), is_pounds("£000"), is_pounds("£ million")
    (True, False, False)
    """
    said = unit.strip().casefold()
    return said.partition(" per ")[0].strip() in ("£", "pounds", "gbp")
