"""The decoder on sentences of our own: every field as pyais has it, however the bytes are cut, and what is refused."""

import gc
import resource
from itertools import pairwise

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import parse_instant
from comity.maritime import MESSAGES, POSITIONS, REASONS, REJECTED, STATICS, Decoded, Decoder, decode
from tests.maritime.aivdm_oracles import differences, expected
from tests.maritime.aivdm_sentences import armoured, checked, encoded, messages, tag

SHIP = encoded(1, mmsi=605000001, lat=36.75, lon=5.08, speed=12.3, course=90.0, heading=91, second=30)[0]
NAMED = encoded(5, mmsi=605000001, shipname="EXAMPLE SHIP", callsign="7TEX1", destination="BEJAIA", imo=9134270)
FIRST, SECOND = NAMED
OTHER = encoded(5, mmsi=605000002, shipname="ANOTHER", destination="ORAN")
CASES = {
    "line-too-long": b"x" * 2000,
    "not-nmea": b"garbage",
    "tag-block": b"\\s:one,c:12",
    "checksum-missing": b"!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0",
    "checksum": b"!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B",
    "fields": checked("AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ"),
    "part-numbers": checked("AIVDM,2,3,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0"),
    "fill-bits": checked("AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,6"),
    "payload-characters": checked("AIVDM,1,1,,A,15RTgt0PAso;9~TKcjM8h6g208CQ,0"),
    "payload-empty": checked("AIVDM,1,1,,A,,0"),
    "payload-too-long": checked(f"AIVDM,1,1,,A,{'1' * 201},0"),
    "type-unknown": armoured(f"{63:06b}" + "0" * 162)[0],
    "too-short": armoured(f"{1:06b}" + "0" * 155)[0],
    "part-of-24": armoured(f"{24:06b}" + "0" * 32 + "11" + "0" * 128)[0],
    "part-lost": FIRST,
    "time-line": checked("PGHP,1,2010,13,11,11,46,11,390,231,45,992190934,1,2B", "$"),
}


def tables_of(told: Decoded) -> list[list[dict[str, object]]]:
    return [each.to_pylist() for each in (told.positions, told.statics, told.messages, told.rejected)]


def same(one: Decoded, other: Decoded) -> bool:
    counts = [(told.counts, told.reasons, told.skipped, told.lines) for told in (one, other)]
    return counts[0] == counts[1] and repr(tables_of(one)) == repr(tables_of(other))


def in_pieces(log: bytes, cuts: list[int]) -> Decoded:
    from comity.maritime.aivdm import joined

    decoder, edges = Decoder(), [0, *sorted(cuts), len(log)]
    fed = [decoder.feed(log[a:b], received_ms=5, station="x") for a, b in pairwise(edges)]
    return joined([*fed, decoder.finish()])


@given(said=st.lists(messages(), min_size=1, max_size=12))
def test_every_field_of_any_bits_is_that_of_pyais(said):
    log = b"\n".join(line for sentences in said for line in sentences)
    told, (positions, statics, others) = decode(log), expected(log)
    assert differences(told.positions, positions) == []
    assert differences(told.statics, statics) == []
    assert differences(told.messages, others) == []
    assert sum(told.counts.values()) + len({row["line"] for row in told.rejected.to_pylist()}) <= told.lines


@given(
    lines=st.lists(
        st.sampled_from(
            [SHIP, FIRST, SECOND, *OTHER, b"", b"# c", b"$GPGGA,1*00", b"junk", b"y" * 1100, *CASES.values()]
        ),
        max_size=12,
    ),
    ends=st.sampled_from([b"\n", b"\r\n", b"\r"]),
    cuts=st.lists(st.integers(0, 3000), max_size=6),
    is_ended=st.booleans(),
)
def test_any_cut_of_the_same_bytes_gives_the_same_rows(lines, ends, cuts, is_ended):
    log = ends.join(lines) + (ends if is_ended else b"")
    whole = in_pieces(log, [])
    assert same(in_pieces(log, [min(cut, len(log)) for cut in cuts]), whole)


def test_bytes_that_come_one_by_one_give_the_same_rows():
    log = b"\r\n".join([SHIP, FIRST, tag("s:one") + SHIP, SECOND, b"# c", b"", b"junk", SHIP + FIRST + SECOND])
    assert same(in_pieces(log, list(range(len(log)))), in_pieces(log, []))


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_has_a_line_that_is_refused_for_it_and_kept(reason):
    told = decode(CASES[reason])
    assert told.reasons == {reason: 1}
    (row,) = told.rejected.to_pylist()
    assert (row["line"], row["offset"], row["reason"]) == (1, 0, reason)
    assert row["text"] == CASES[reason][:1024].decode()


def test_the_text_of_a_refused_line_is_kept_only_if_asked_and_shows_every_byte():
    assert decode(b"\xff\x00x\n").rejected["text"].to_pylist() == ["\\xff\\x00x"]
    told = decode(b"junk\n", keep_rejected=False)
    assert told.rejected["text"].to_pylist() == [""]
    assert told.reasons == {"not-nmea": 1}


def test_tables_have_the_columns_of_the_room_even_without_a_row():
    for log in (b"", SHIP):
        told = decode(log)
        tables = (told.positions, told.statics, told.messages, told.rejected)
        assert [each.schema for each in tables] == [POSITIONS, STATICS, MESSAGES, REJECTED]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_message_of_two_sentences_is_whole_in_any_order(order):
    told = decode(b"\n".join(NAMED[i] for i in order))
    assert told.statics.select(["mmsi", "shipname", "destination", "imo"]).to_pylist() == [
        {"mmsi": 605000001, "shipname": "EXAMPLE SHIP", "destination": "BEJAIA", "imo": 9134270}
    ]


def test_sentences_of_two_stations_that_share_a_number_do_not_join():
    lines = [tag("s:one") + FIRST, tag("s:two") + OTHER[0], tag("s:one") + SECOND, tag("s:two") + OTHER[1]]
    rows = decode(b"\n".join(lines)).statics.to_pylist()
    assert [(row["mmsi"], row["destination"], row["station"]) for row in rows] == [
        (605000001, "BEJAIA", "one"),
        (605000002, "ORAN", "two"),
    ]


def test_a_group_of_tag_blocks_joins_what_only_its_first_block_names():
    told = decode(tag("g:1-2-7,s:one,c:1661782369") + FIRST + b"\n" + tag("g:2-2-7") + SECOND)
    (row,) = told.statics.to_pylist()
    assert (row["station"], row["t_ms"]) == ("one", 1661782369000)


def test_a_first_sentence_begins_anew_and_what_it_replaces_is_lost():
    told = decode(b"\n".join([FIRST, OTHER[0], OTHER[1]]))
    assert told.statics["mmsi"].to_pylist() == [605000002]
    assert told.rejected.select(["line", "reason"]).to_pylist() == [{"line": 1, "reason": "part-lost"}]


def test_an_old_remainder_is_not_the_end_of_a_new_message():
    told = decode(b"\n".join([SECOND, *[SHIP] * 40, OTHER[0], OTHER[1]]))
    assert told.statics["destination"].to_pylist() == ["ORAN"]
    assert told.rejected["line"].to_pylist() == [1]


def test_what_waits_is_lost_after_a_minute_of_silence():
    decoder = Decoder()
    decoder.feed(FIRST + b"\n", received_ms=1_000)
    assert decoder.feed(b"", received_ms=60_000).reasons == {}
    assert decoder.feed(b"", received_ms=62_000).reasons == {"part-lost": 1}


def test_a_thousand_messages_without_their_end_take_the_room_of_256():
    lines = [tag(f"s:{i}") + FIRST for i in range(1_000)]
    decoder = Decoder()
    assert decoder.feed(b"\n".join(lines), received_ms=0).reasons == {"part-lost": 1_000 - 257}
    assert decoder.finish().reasons == {"part-lost": 257}


@pytest.mark.parametrize("talker", ["AIVDM", "AIVDO", "ABVDM", "BSVDM", "ANVDM", "XXVDO"])
def test_every_talker_is_read(talker):
    content = SHIP.decode()[1:].split("*")[0].replace("AIVDO", talker).replace("AIVDM", talker)
    assert decode(checked(content)).positions["mmsi"].to_pylist() == [605000001]


def test_times_and_stations_come_from_the_tag_block_then_the_time_line_then_the_feed():
    pghp = checked("PGHP,1,2010,6,11,11,46,11,390,231,45,992190934,1,2B", "$")
    log = [tag("s:one,c:1565218798") + SHIP, pghp, SHIP, SHIP, tag("c:1565218798123,s:two") + SHIP, tag("x:1") + SHIP]
    told = Decoder().feed(b"\n".join(log) + b"\n", received_ms=9, station="own")
    assert [(row["t_ms"], row["station"], row["received_ms"]) for row in told.positions.to_pylist()] == [
        (1565218798000, "one", 9),
        (parse_instant("2010-06-11T11:46:11.390Z"), "992190934", 9),
        (9, "own", 9),
        (1565218798123, "two", 9),
        (9, "own", 9),
    ]


def test_a_tag_block_with_a_wrong_checksum_is_not_believed_and_one_that_has_none_is():
    wrong, none = b"\\s:one,c:1565218798*13\\" + SHIP, b"\\s:one,c:1565218798*00\\" + SHIP
    told = decode(wrong + b"\n" + none)
    assert [(row["t_ms"], row["station"]) for row in told.positions.to_pylist()] == [(0, ""), (1565218798000, "one")]
    assert told.skipped == {"tag-checksum": 1}


def test_the_fields_behind_a_sentence_of_a_coast_guard_name_its_receiver_and_time():
    told = decode(SHIP + b",d-109,S2105,t050056.00,T56.13718694,r003669946,1325394060,1325394001")
    assert [(row["t_ms"], row["station"]) for row in told.positions.to_pylist()] == [(1325394060000, "r003669946")]


def test_several_sentences_stand_on_one_line():
    told = decode(tag("s:one") + FIRST + tag("s:one") + SECOND + SHIP + b"\r\n")
    assert (told.counts, told.lines, told.reasons) == ({1: 1, 5: 1}, 1, {})


def test_instruments_comments_and_empty_lines_are_counted_and_not_refused():
    told = decode(b"$GPGGA,1,2*00\n# a comment\n\n!AIBBM,1*00\n" + tag("s:one") + b"\n$GPRMC\n")
    assert told.reasons == {}
    assert told.skipped == {"blank": 1, "comment": 1, "instrument": 3, "tag-only": 1}


def test_a_gigabyte_without_a_line_end_costs_no_memory():
    decoder, piece = Decoder(), b"!" * (1 << 20)
    decoder.feed(piece, received_ms=0)
    gc.collect()
    before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(1024):
        assert decoder.feed(piece, received_ms=0).lines == 0
    told = decoder.feed(b"\n" + SHIP + b"\n", received_ms=0)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb < 8_192
    assert told.reasons == {"line-too-long": 1}
    assert told.positions.num_rows == 1
    bad = decoder.feed(b"bad\n", received_ms=0).rejected.to_pylist()
    assert bad[0]["offset"] == 1025 * len(piece) + 1 + len(SHIP) + 1


def test_more_stations_than_there_is_room_for_leave_the_feed_its_own_name():
    decoder = Decoder()
    for first in range(0, 66_000, 11_000):
        lines = [tag(f"s:{i}") + SHIP for i in range(first, first + 11_000)]
        told = decoder.feed(b"\n".join(lines) + b"\n", received_ms=0, station="own")
    names = told.positions["station"].combine_chunks().cast(pa.string()).to_pylist()
    assert names[0] == "55000"
    assert names[-1] == "own"
