"""The benchmarks run; how long anything takes is for a person to judge, never for the suite."""

import pytest

from tests.benchmarks.run import main, table


@pytest.mark.slow
def test_every_line_of_the_table_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    main(["tiny", "--rounds", "1", "--rows", "50"])
    said = capsys.readouterr().out
    for what in (
        "annual update",
        "one save",
        "search",
        "first page",
        "sorted",
        "check",
        "import",
        "first paint",
    ):
        assert what in said
    assert table.__doc__
