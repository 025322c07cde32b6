"""Logs of sentences, packed or not: one by one, by a pattern, and what is said of those that cannot be read."""

import bz2
import gzip
import lzma

import pytest

from comity.files.nmea import nmea_logs, read_nmea
from comity.ground import InvalidInput
from comity.maritime.aivdm import joined

SHIP = b"!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n"


@pytest.mark.parametrize(
    ("name", "pack"), [("a", bytes), ("a.gz", gzip.compress), ("a.bz2", bz2.compress), ("a.xz", lzma.compress)]
)
def test_a_log_is_read_however_it_is_packed(tmp_path, name, pack):
    (tmp_path / name).write_bytes(pack(SHIP * 3))
    told = joined(read_nmea(str(tmp_path / name)))
    done: list[int] = []
    list(read_nmea(str(tmp_path / name), told=done.append))
    assert told.positions["mmsi"].to_pylist() == [371798000] * 3
    assert told.positions["station"].to_pylist() == [name] * 3
    assert done[-1] == (tmp_path / name).stat().st_size


def test_a_pattern_means_all_that_fit_and_each_once(tmp_path):
    for name in ("b.nmea", "a.nmea", "c.txt"):
        (tmp_path / name).write_bytes(SHIP)
    found = nmea_logs([str(tmp_path / "*.nmea"), str(tmp_path / "a.nmea"), "-"])
    assert found == [str(tmp_path / "a.nmea"), str(tmp_path / "b.nmea"), "-"]


def test_a_name_that_is_none_is_refused(tmp_path):
    with pytest.raises(InvalidInput, match=r"is no log") as refused:
        nmea_logs([str(tmp_path / "none*.nmea")])
    assert refused.value.code == "files.no_such_log"


def test_what_is_broken_off_is_read_to_there_and_then_refused(tmp_path):
    (tmp_path / "a.gz").write_bytes(gzip.compress(SHIP * 1000)[:-12])
    with pytest.raises(InvalidInput) as refused:
        list(read_nmea(str(tmp_path / "a.gz")))
    assert refused.value.code == "files.log_unreadable"


def test_two_logs_never_share_a_message(tmp_path):
    first, second = (
        b"!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C\n",
        b"!AIVDM,2,2,1,A,88888888880,2*25\n",
    )
    (tmp_path / "a").write_bytes(first)
    (tmp_path / "b").write_bytes(second)
    told = [joined(read_nmea(str(tmp_path / name))) for name in "ab"]
    assert [each.reasons for each in told] == [{"part-lost": 1}, {"part-lost": 1}]
