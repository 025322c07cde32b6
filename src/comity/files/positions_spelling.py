"""Words of files of positions: names spelt once, numbers of words, IMO numbers, times of arrival.

Every word of a column is looked at once, however many rows repeat it.
"""

import re
from collections.abc import Mapping
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc

_LAST_IMO = 2**30 - 1


def spelt_once(values: pa.ChunkedArray) -> pa.DictionaryArray:
    """Return words with each spelt once, without blanks around it and `@` of AIS; empty where one is missing.

    Bytes that are no UTF-8 are read as Latin-1, as spreadsheets of Europe write names.
    """
    if not pa.types.is_dictionary(values.type):
        if not is_words(values.type):
            values = values.cast(pa.string())
        values = pc.dictionary_encode(values.cast(pa.string()))
    found = values.unify_dictionaries().combine_chunks()
    if isinstance(found, pa.ChunkedArray):  # no row at all
        return pa.DictionaryArray.from_arrays(pa.array([], pa.int32()), pa.array([], pa.string()))
    texts = [_spelling(each) for each in found.dictionary.cast(pa.binary()).to_pylist()]
    indices = found.indices
    if indices.null_count:
        indices, texts = pc.fill_null(indices, len(texts)), [*texts, ""]
    return pa.DictionaryArray.from_arrays(indices.cast(pa.int32()), pa.array(texts, pa.string()))


def _spelling(data: bytes | None) -> str:
    if data is None:
        return ""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text.rstrip("@ ").strip()


def code_of(text: str, words: Mapping[str, int]) -> float:
    """Return the number of a word or of a number in words; −1 for none."""
    bare = text.strip().lower()
    if bare in words:
        return float(words[bare])
    if bare in ("true", "yes"):
        return 1.0
    try:
        return float(bare)
    except ValueError:
        return -1.0


def imo_of(text: str) -> float:
    """Return the number of a ship: of the IMO, or from 10,000,000 on of its flag (M.1371-5, table 52); 0 for none."""
    found = re.fullmatch(r"(?:IMO)?\s*0*(\d{7,10})(?:\.0+)?", text, re.IGNORECASE)
    return float(found[1]) if found and int(found[1]) <= _LAST_IMO else 0.0


def eta_of(text: str, form: str) -> str:
    """Return a time of arrival as `MM-DDTHH:MM`: the standard tells no year.

    >>> eta_of("15/09/2025 06:00:00", "%d/%m/%Y %H:%M:%S"), eta_of("09-15T06:00", "iso"), eta_of("soon", "iso")
    ('09-15T06:00', '09-15T06:00', '')
    """
    if re.fullmatch(r"\d\d-\d\dT\d\d:\d\d", text):
        return text
    try:
        instant = datetime.fromisoformat(text) if form == "iso" else datetime.strptime(text, form)
    except ValueError:
        return ""
    return f"{instant:%m-%dT%H:%M}"


def is_words(kind: pa.DataType) -> bool:
    """Tell whether a column holds words."""
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))
