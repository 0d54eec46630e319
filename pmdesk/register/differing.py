"""Rows that stand already are written only where they differ.

SQLite takes a row out of an index and puts it back whenever one of its columns is set, though to the same
value; each index so touched is a page more in the rollback journal and in the file, at every save.
"""

from collections.abc import Mapping, Sequence

from pmdesk.register.database import Connection, write_all

Values = Sequence[object]


def write_differing(
    db: Connection, table: str, names: Sequence[str], stood: Mapping[int, Values], now: Mapping[int, Values]
) -> None:
    """Bring rows of a table, by their `n`, from what stood to what is wanted: {n: values of `names`}."""
    by_columns: dict[tuple[str, ...], list[tuple[object, ...]]] = {}
    for n, wanted in now.items():
        if wanted == stood[n]:
            continue
        differing = [at for at, value in enumerate(wanted) if value != stood[n][at]]
        if differing:
            columns = tuple(names[at] for at in differing)
            by_columns.setdefault(columns, []).append((*(wanted[at] for at in differing), n))
    for columns, rows in by_columns.items():
        write_all(db, f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in columns)} WHERE n = ?", rows)
