"""From a document to an agreement: the schema first, then what one part says of another; and the document's hash."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from comity.agreement.articles import (
    Agreement,
    Area,
    Clause,
    Domain,
    Group,
    Limits,
    Party,
    RecordKind,
    Relation,
    Retention,
    Termination,
    Text,
)
from comity.agreement.quick_forms import Form, check_form, form_of
from comity.agreement.references import check_references
from comity.agreement.release_rules import Label, Rule
from comity.agreement.schema import AGREEMENT_SCHEMA
from comity.ground import InvalidInput, canonical, parse_instant


def agreement_hash(document: Any) -> str:
    """Return `sha256:` and the hash of the document's canonical bytes: what both parties sign.

    >>> agreement_hash({})
    'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
    """
    return "sha256:" + hashlib.sha256(canonical(document)).hexdigest()


def read_agreement(document: Any) -> Agreement:
    """Return an agreement document (schema `comity/agreement/1`) as data.

    Raises `InvalidInput` naming the path that is wrong: where the schema is broken, where one part names another
    that does not exist, where an identifier stands twice, where dates are out of order.
    """
    check_form(document, AGREEMENT_SCHEMA, _form())
    canonical_bytes = canonical(document)  # outside the profile there is no hash to sign
    if len(canonical_bytes) > document["limits"]["entry_bytes"]:
        raise InvalidInput(
            "agreement.too_long",
            "The agreement is {bytes} bytes long in canonical form, more than its own limit of {limit}.",
            why="it must fit in one entry of the log",
            remedy="shorten titles, areas or rules; long texts stand in the text files",
            bytes=len(canonical_bytes),
            limit=document["limits"]["entry_bytes"],
        )
    agreement = _build(document)
    check_references(agreement)
    return agreement


@cache
def _form() -> Form:
    return form_of(AGREEMENT_SCHEMA)


def _build(document: Mapping[str, Any]) -> Agreement:
    first, second = (
        Party(each["id"], _text(each["name"]), each["origin"], each["mirror"]) for each in document["parties"]
    )
    limits, retention = document["limits"], document["retention"]
    return Agreement(
        id=document["id"],
        example=document["example"],
        fold=document["fold"],
        title=_text(document["title"]),
        texts=dict(document["texts"]),
        relations=tuple(Relation(each["kind"], each["agreement"], each.get("hash")) for each in document["relations"]),
        signed=document["signed"],
        in_force=document["in_force"],
        parties=(first, second),
        groups=tuple(Group(each["id"], _text(each["title"]), tuple(each["domains"])) for each in document["groups"]),
        domains=tuple(Domain(each["id"], _text(each["title"])) for each in document["domains"]),
        kinds=tuple(RecordKind(each["id"], _text(each["title"])) for each in document["kinds"]),
        areas=tuple(Area(each["id"], _text(each["title"]), each["geometry_udeg"]) for each in document["areas"]),
        clauses=tuple(_clauses(document["clauses"])),
        rules=tuple(_rule(each, index) for index, each in enumerate(document["rules"])),
        limits=Limits(**{**limits, "never": tuple(limits["never"])}),
        termination=Termination(**document["termination"]),
        retention=Retention(**retention),
    )


def _text(words: Mapping[str, str]) -> Text:
    return Text(ar=words["ar"], en=words["en"], fr=words["fr"])


def _clauses(documents: Iterable[Mapping[str, Any]]) -> Iterable[Clause]:
    for each in documents:
        yield Clause(
            id=each["id"],
            title=_text(each["title"]),
            nature=each["nature"],
            starts=each["starts"],
            group=each.get("group"),
            domains=tuple(each["domains"]),
            kinds=tuple(each["kinds"]),
            areas=tuple(each["areas"]),
        )


def _rule(each: Mapping[str, Any], index: int) -> Rule:
    label = each["label"]
    return Rule(
        id=each["id"],
        clause=each["clause"],
        item=each["item"],
        domain=each["domain"],
        from_parties=tuple(each["from"]),
        to_parties=tuple(each["to"]),
        purposes=tuple(each["purposes"]),
        keep=tuple(each["keep"]),
        delay_s=each["delay_s"],
        grid_mdeg=each["grid_mdeg"],
        time_bucket_s=each["time_bucket_s"],
        identity_digits=each["identity_digits"],
        area=each.get("area"),
        forbid_caveats=tuple(each["forbid_caveats"]),
        label=Label(label["policy"], label["classification"], tuple(label["rel_to"]), label["tlp"]),
        approve=each["approve"],
        until_ms=_until_ms(each["until"], index),
        keep_for_s=each["keep_for_s"],
        cadence_s=each.get("cadence_s", each["time_bucket_s"]),
    )


def _until_ms(text: str, index: int) -> int:
    try:
        return parse_instant(text)
    except InvalidInput:
        raise InvalidInput(
            "agreement.no_such_date",
            "{date} at {path} is not a date of the calendar.",
            why="a period that ends on a day that does not exist ends never, or at once",
            remedy="write an existing date",
            date=text,
            path=f"rules[{index}].until",
        ) from None
