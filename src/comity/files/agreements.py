"""Agreement files: TOML as a writing aid or canonical JSON in, the signed document and its hash out.

In the TOML, texts, areas and related agreements are named by file, relative to it. In the document stand the SHA-256 of
a text file's bytes, the whole micro-degrees of a GeoJSON area, and the hash of a related agreement.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import orjson

from comity.agreement import Agreement, Decision, Sentence, Text, agreement_hash, read_agreement, read_decision
from comity.files.words import Words
from comity.ground import InvalidInput, canonical, instant_text, ms_of, parse_canonical, udeg

MAX_FILE_BYTES = 2**20
EXAMPLE_MARKS = {"ar": "مثال", "en": "EXAMPLE", "fr": "EXEMPLE"}


@dataclass(frozen=True)
class AgreementFile:
    """An agreement as it was read: the document that is signed, the same as data, and its hash."""

    path: Path
    document: dict[str, Any]
    agreement: Agreement
    hash: str


def read_agreement_file(path: Path) -> AgreementFile:
    """Read a `.toml` or canonical `.json` agreement and check it; both give the same document and hash."""
    document = _from_toml(path) if path.suffix == ".toml" else parse_canonical(_bytes(path))
    agreement = read_agreement(document)
    return AgreementFile(path, document, agreement, agreement_hash(document))


def write_canonical(document: dict[str, Any], path: Path) -> None:
    """Write the canonical bytes of a document: the form that is signed."""
    path.write_bytes(canonical(document))


def check_texts(file: AgreementFile) -> dict[str, Path]:
    """Return the file of each language's text, found beside the agreement by its hash, or raise `InvalidInput`."""
    by_hash = {_hash(each.read_bytes()): each for each in sorted(file.path.parent.glob("*.md"))}
    found: dict[str, Path] = {}
    for language, text_hash in sorted(file.agreement.texts.items()):
        if text_hash not in by_hash:
            raise InvalidInput(
                "files.text_not_found",
                "No file beside {file} is the text in language {language} that the agreement signs.",
                why="none has the hash {hash}",
                remedy="bring the text as it was signed; a changed text is another agreement",
                file=file.path.name,
                language=language,
                hash=text_hash,
            )
        found[language] = by_hash[text_hash]
        _check_mark(file.agreement, language, found[language])
    return found


def read_decision_file(path: Path, agreement: Agreement) -> Decision:
    """Read a decision (JSON, schema `comity/decision/1`) and check it against its agreement."""
    return read_decision(_json(path), agreement)


def in_words(sentence: Sentence, words: Words) -> str:
    """Return a sentence in the language of `words`; texts and sentences among its values are shown in that one."""
    values = {name: _in_words(value, words) for name, value in sentence.values.items()}
    return words.say(sentence.message, **values)


def _in_words(value: str | int | Text | Sentence, words: Words) -> str | int:
    if isinstance(value, Text):
        return value.in_language(words.language)
    return in_words(value, words) if isinstance(value, Sentence) else value


def _from_toml(path: Path) -> dict[str, Any]:
    try:
        document = tomllib.loads(_bytes(path).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _unreadable(path, str(error)) from None
    document = {key: _dates_as_text(value) for key, value in document.items()}
    if isinstance(document.get("texts"), dict):
        document["texts"] = {
            language: _hash(_bytes(path.parent / name)) if _is_file_name(name) else name
            for language, name in document["texts"].items()
        }
    for key, read in (("areas", _area), ("relations", _relation)):
        if isinstance(document.get(key), list):
            document[key] = [read(each, path.parent) if _names_a_file(each) else each for each in document[key]]
    return document


def _is_file_name(name: Any) -> bool:
    return isinstance(name, str) and not name.startswith("sha256:")


def _dates_as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _dates_as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(each) for each in value]
    if isinstance(value, datetime):
        return instant_text(ms_of(value))
    return value.isoformat() if isinstance(value, date) else value


def _names_a_file(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("file"), str)


def _area(area: dict[str, Any], folder: Path) -> dict[str, Any]:
    geometry = _json(folder / area["file"])
    if not isinstance(geometry, dict) or set(geometry) != {"type", "coordinates"}:
        raise _unreadable(folder / area["file"], "not a GeoJSON geometry with type and coordinates only")
    named = {key: value for key, value in area.items() if key != "file"}
    return {**named, "geometry_udeg": {"type": geometry["type"], "coordinates": _udeg(geometry["coordinates"])}}


def _udeg(value: Any) -> Any:
    if isinstance(value, list):
        return [_udeg(each) for each in value]
    return udeg(value) if isinstance(value, int | float) else value


def _relation(relation: dict[str, Any], folder: Path) -> dict[str, Any]:
    named = {key: value for key, value in relation.items() if key != "file"}
    return {**named, "hash": agreement_hash(parse_canonical(_bytes(folder / relation["file"])))}


def _check_mark(agreement: Agreement, language: str, path: Path) -> None:
    if agreement.example and EXAMPLE_MARKS[language] not in path.read_text("utf-8"):
        raise InvalidInput(
            "files.text_without_mark",
            "The text {file} does not bear the mark {mark}.",
            why="the agreement is an example, and no example may pass for a treaty",
            remedy="write the mark at the head of the text, and hash the agreement again",
            file=path.name,
            mark=EXAMPLE_MARKS[language],
        )


def _hash(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _json(path: Path) -> Any:
    try:
        return orjson.loads(_bytes(path))
    except orjson.JSONDecodeError as error:
        raise _unreadable(path, error.msg) from None


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise _unreadable(path, "longer than one mebibyte")
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error.strerror or "it cannot be opened") from None


def _unreadable(path: Path, reason: str) -> InvalidInput:
    return InvalidInput(
        "files.agreement_unreadable",
        "The file {file} cannot be read as part of an agreement.",
        why="reading it stops with: {reason}",
        remedy="check its name and its contents",
        file=path.name,
        reason=reason,
    )
