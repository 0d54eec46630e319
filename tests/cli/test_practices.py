"""Good practice from register to register, by command."""

from pathlib import Path

from tests.cli.conftest import Pm


def test_sent_and_received(pm: Pm, register: Path, tmp_path: Path) -> None:
    for title in ("Tags on bins", "Ring within a day"):
        assert pm("add", register, "practice", f"title={title}", "What was done?=A trial").code == 0
    out = tmp_path / "tags.practice.json"
    assert pm("practice", "send", register, out, "--for", "Tags on bins").out == f"{out}\n"
    other = tmp_path / "moorside.pmdesk"
    pm("new", other, "--council", "Moorside District Council", "--year", "2025-26", "--by", "A Shaw")
    said = pm("practice", "receive", other, out).out
    assert said == "From Aldermoor District Council: 1 new, 0 written anew, 0 here already.\n"
    assert pm("practice", "receive", other, out, "--json").json["same"] == 1
    [row] = pm("list", other, "practice", "--json").json
    assert (row["title"], row["from_register"], row["done"]) == (
        "Tags on bins", "Aldermoor District Council", "A trial",
    )  # fmt: skip


def test_another_file_is_refused(pm: Pm, register: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    answer = pm("practice", "receive", register, tmp_path / "x.json")
    assert (answer.code, "no file of good practice" in answer.err) == (1, True)
    assert pm("practice", "send", register, register).code == 1
