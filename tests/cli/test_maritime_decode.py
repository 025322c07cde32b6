"""`comity maritime decode`: columns, counts and refused lines of logs, in words and as JSON."""

import io
import json

import pyarrow.parquet as pq
import pytest

from comity.cli.main import main
from comity.maritime import POSITIONS, STATICS

SHIP = b"!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n"
NAMED = (
    b"!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C\n"
    b"!AIVDM,2,2,1,A,88888888880,2*25\n"
)
LOG = SHIP + NAMED + b"\\c:1565218798*53\\" + SHIP + b"junk\n$GPGGA,1*00\n"


def _run(monkeypatch, *arguments, stdin=b"", language="C"):
    monkeypatch.setenv("LC_ALL", language)
    monkeypatch.setattr("sys.argv", ["comity", "maritime", "decode", *map(str, arguments)])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code


def test_a_log_becomes_the_tables_that_are_asked_for(monkeypatch, tmp_path, capsys):
    (tmp_path / "a.nmea").write_bytes(LOG)
    names = {name: tmp_path / f"{name}.parquet" for name in ("statics", "messages", "rejects")}
    options = [part for name, path in names.items() for part in (f"--{name}", path)]
    assert _run(monkeypatch, tmp_path / "a.nmea", "--out", tmp_path / "p.parquet", *options, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["types"] == {"1": 2, "5": 1}
    assert (told["lines"], told["rejected"], told["skipped"]) == (6, {"not-nmea": 1}, {"instrument": 1})
    assert (told["positions"], told["statics"], told["without_time"]) == (2, 1, 1)
    positions = pq.read_table(tmp_path / "p.parquet")
    assert positions.schema.names == POSITIONS.names
    assert positions["t_ms"].to_pylist() == [0, 1565218798000]
    assert positions["station"].to_pylist() == ["a.nmea", "a.nmea"]
    assert pq.read_table(names["statics"]).schema.names == STATICS.names
    assert pq.read_table(names["rejects"]).select(["line", "reason", "text"]).to_pylist() == [
        {"line": 5, "reason": "not-nmea", "text": "junk"}
    ]


@pytest.mark.parametrize(("language", "word"), [("C", "Rejected"), ("fr", "Rejetées"), ("ar", "مرفوضة")])
def test_the_summary_says_in_three_languages_what_was_refused(monkeypatch, tmp_path, capsys, language, word):
    code = _run(
        monkeypatch, "-", "--out", tmp_path / "p.parquet", "--station", "cape", "--received", "2026-02-06T00:00:00Z",
        stdin=LOG, language=language,
    )  # fmt: skip
    assert code == 0
    assert word in capsys.readouterr().out
    rows = pq.read_table(tmp_path / "p.parquet").to_pylist()
    assert [(row["station"], row["received_ms"]) for row in rows] == [("cape", 1770336000000)] * 2


def test_a_log_that_is_none_is_refused_and_writes_nothing(monkeypatch, tmp_path, capsys):
    assert _run(monkeypatch, tmp_path / "none", "--out", tmp_path / "p.parquet") == 1
    assert "files.no_such_log" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
