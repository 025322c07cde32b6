"""Hostile files: bombs, entities, depth and length are refused with a code, and nothing is fetched."""

import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.files.standards import intake
from comity.files.standards.iati import read_activities
from comity.files.standards.intake import bounded_bytes, checked_size, parsed_xml
from comity.ground import InvalidInput

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
    + "]><a>&k;</a>"
)
FETCHING = '<!DOCTYPE a [<!ENTITY x SYSTEM "{address}">]><a>&x;</a>'
OUTSIDE = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>'
IN_ATTRIBUTE = '<!DOCTYPE a [<!ENTITY x "y">]><a b="&x;"/>'


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        FETCHING.format(address="file:///etc/passwd"),
        FETCHING.format(address="http://127.0.0.1:9/"),
        OUTSIDE,
        IN_ATTRIBUTE,
        "<!DOCTYPE a><a/>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_anything_is_expanded_or_fetched(text, encoding, monkeypatch):
    def refuse(*_arguments):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    with pytest.raises(InvalidInput) as caught:
        parsed_xml(text.replace('<?xml version="1.0"?>', "").encode(encoding))
    assert caught.value.code in ("files.xml_document_type", "files.xml_unreadable")


@pytest.mark.parametrize("levels", [33, 300, 100_000])
def test_depth_is_refused(levels):
    with pytest.raises(InvalidInput) as caught:
        parsed_xml(b"<a>" * levels + b"</a>" * levels)
    assert caught.value.code in ("files.xml_too_deep", "files.xml_unreadable")


def test_length_is_refused_before_it_is_read(tmp_path, monkeypatch):
    file = tmp_path / "long.xml"
    with file.open("wb") as out:
        out.truncate(intake.MAX_BYTES + 1)
    for read in (lambda: bounded_bytes(file), lambda: checked_size(b"x" * 11, limit=10)):
        with pytest.raises(InvalidInput) as caught:
            read()
        assert caught.value.code == "files.standard_too_large"


def test_a_file_that_is_not_there_is_said():
    with pytest.raises(InvalidInput) as caught:
        bounded_bytes(Path("no-such-file.xml"))
    assert caught.value.code == "files.standard_unreadable"


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_with_a_code(data):
    with pytest.raises(InvalidInput):
        read_activities(data)


def test_a_comment_inside_a_text_does_not_cut_it():
    assert parsed_xml(b"<a>one<!-- x -->two<?y z?>three</a>").text == "onetwothree"
