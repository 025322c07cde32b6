"""Records as papers: agenda, minutes, decision, as originals by the alternat.

A paper follows from what both durably hold and from nothing else, neither clock nor settings: the same holder's copy
is the same bytes on both nodes. It shows the records as they stood with the last act that both signed, and calls each
office as its party had it called before it signed, so that nothing one party does later changes a paper; before there
is such an act there is no original. Instants are milliseconds since 1970.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from comity.agreement import Text
from comity.cooperation import Act, Book, Framework, Level, Standing, is_asked, published
from comity.files.words import words
from comity.files.zones import zone_of
from comity.ground import InvalidInput, utc_of
from comity.node.cooperation import Books, series_of
from comity.node.cooperation_originals import Speaks, both_names, day_of, original, party_name, text_of
from comity.node.cooperation_replay import book_after
from comity.node.office_titles import OfficeTitles, named_alike

if TYPE_CHECKING:
    from comity.files.paper import Original, Paper, Sitting


@dataclass(frozen=True)
class Made:
    """Of which kind of record a paper is made, and by which moves both sign what it says.

    `states` are those in which the paper stands; none where, once signed, it stands for good.
    """

    kind: str
    moves: frozenset[str]
    states: frozenset[str] = frozenset()


PAPERS: Mapping[str, Made] = {
    "agenda": Made("meeting", frozenset({"agree", "amend"})),
    "minutes": Made(
        "meeting", frozenset({"agree_minutes", "sign_minutes"}), frozenset({"minutes_agreed", "minutes_signed"})
    ),
    "decision": Made("decision", frozenset({"adopt", "renew"})),
}
"""Each paper, and what it is made of."""

_MINUTE = timedelta(minutes=1)
_HASH_SHOWN = slice(7, 19)
"""Twelve digits of a hash behind `sha256:`: enough to tell two versions of one record apart by eye."""


@dataclass(frozen=True)
class Signed:
    """What a paper shows: the act that both signed, the book right after it, and how much of each log that act knew.

    `titles` are those of the offices.
    """

    framework: Framework
    book: Book
    standing: Standing
    act: Act
    known: tuple[int, int]
    titles: OfficeTitles

    def is_known(self, standing: Standing) -> bool:
        """Tell whether whoever signed the act could know a record: its proposal stands in what the act had read."""
        first = standing.log_refs[0]
        return first.index < self.known[first.party]

    def office(self, office: str, *parties: str) -> Text:
        """Return what an office was called when its party signed; its own name where it had no title.

        Where its party is not named beside it, it is the first of these that gave it one.
        """
        places = {self.framework.parties[each.party]: each.index for each in self.act.signatures}
        known = (self.titles.title(each, office, before=places[each]) for each in parties)
        return next((each for each in known if each is not None), named_alike(office))


SHOWN: Mapping[str, tuple[str, ...]] = {
    "meeting": (
        "group",
        "clause_refs",
        "starts_ms",
        "ends_ms",
        "time_zone",
        "place",
        "agenda",
        "delegations",
        "minutes",
    ),
    "decision": ("title", "text", "group", "clause_refs", "effects", "review_ms", "from_meeting"),
    "action": ("text", "owner_party", "due_ms"),
}
"""The fields of a record that a paper prints; of any other kind it prints the title alone."""


def paper(
    found: Books, standing: Standing, name: str, *, holder: str, speaks: Speaks | None = None
) -> "tuple[Paper, Original]":
    """Return a paper of a record, and the original that a party keeps of it; refused before both signed it.

    Parameters
    ----------
    standing
        The record as it stands now, or stood at a past instant: the paper is what both had signed by then.
    """
    if name not in PAPERS or PAPERS[name].kind != standing.kind:
        raise _no_paper(name, standing)
    signed = _signed(found, standing, name)
    made, on, place = {"agenda": _agenda, "minutes": _minutes, "decision": _decision}[name](signed)
    code = reference(signed.standing)
    kept = original(found.framework, holder, reference=code, on=on, place=place, speaks=speaks)
    return made, replace(kept, level=_level(signed, name))


def _level(signed: Signed, name: str) -> Level:
    """Return who may read a paper: everybody, only where both released every field that it prints, of every record."""
    book, standing = signed.book, signed.standing
    about = [book.standings.get(f"group/{standing.fields['group']}"), standing]
    if name == "minutes":
        about += [*(decided := _decided(signed)), *(each for one in decided for each in _actions(signed, one))]
    about += [book.standings.get(each["subject"]) for each in standing.fields.get("effects", ())]
    shown = [each for each in about if each is not None]
    return "public" if all(_is_public(each, signed.act.at_ms) for each in shown) else "bilateral"


def _is_public(standing: Standing, at_ms: int) -> bool:
    found = published(standing, at_ms=at_ms) or {}
    fields = standing.fields
    return all((found.get(each) or None) == (fields.get(each) or None) for each in SHOWN.get(standing.kind, ("title",)))


def _signed(found: Books, standing: Standing, name: str) -> Signed:
    """Return the record at the last act by which both signed what a paper says."""
    made, act = PAPERS[name], None
    if not made.states or standing.state in made.states:
        act = _last_signed(found, standing, made.moves)
    if act is None:
        raise _not_signed(name, standing)
    after, book = book_after(found.of_agreed, act)
    return Signed(found.framework, book, after, act, _known(found, act), found.titles)


def _last_signed(found: Books, standing: Standing, moves: frozenset[str]) -> Act | None:
    """Return the last act of a record, among some moves, that bears both signatures: back from its head, act by act."""
    acts = {each.hash: each for each in found.of_agreed.log.acts if each.key == standing.key}
    act = acts.get(standing.head)
    while act is not None and not (act.move in moves and len(act.signatures) > 1):
        act = acts.get(act.follows)
    return act


def _known(found: Books, act: Act) -> tuple[int, int]:
    """Return how much of each log the author of a signed text had read, at most up to that party's own signature."""
    series = found.found.agreed.series.get(series_of(act.key))
    text = next((each for each in series.in_force if each.hash == act.hash), None) if series else None
    seen = text.document["seen"] if text is not None else (0, 0)
    first, second = (min(seen[each.party], each.index) for each in act.signatures)
    return first, second


def reference(standing: Standing) -> str:
    """Return the code of a paper: the record, and which of its states it shows."""
    return f"{standing.key} {standing.head[_HASH_SHOWN]}"


def _agenda(signed: Signed) -> "tuple[Paper, date, Text]":
    from comity.files.paper import Agenda, AgendaItem

    fields = signed.standing.fields
    led = [
        signed.office(each["presenter"], fields["owner_party"], *signed.framework.parties)
        if "presenter" in each
        else None
        for each in fields["agenda"]
    ]
    items = tuple(
        AgendaItem(str(place), text_of(each["title"]), office)
        for place, (each, office) in enumerate(zip(fields["agenda"], led, strict=True), 1)
    )
    return Agenda(_sitting(signed), items), day_of(fields["starts_ms"]), text_of(fields["place"])


def _minutes(signed: Signed) -> "tuple[Paper, date, Text]":
    from comity.files.paper import Decided, Delegation, Minutes, MinutesItem

    framework, standing = signed.framework, signed.standing
    fields = standing.fields
    spoken = [each for each in fields["agenda"] if "minute" in each]
    items = [
        MinutesItem(str(place), text_of(each["title"]), text_of(each["minute"])) for place, each in enumerate(spoken, 1)
    ]
    decisions = _decided(signed)
    actions = [each for decision in decisions for each in _actions(signed, decision)]
    whole = MinutesItem(
        str(len(items) + 1),
        _in_three("cooperation-paper-results"),
        text_of(fields["minutes"]),
        tuple(Decided(each.id, text_of(each.fields["text"])) for each in decisions),
        tuple(_assigned(signed, each) for each in actions),
    )
    sat = tuple(
        Delegation(
            party_name(framework, each["party"]), tuple(signed.office(one, each["party"]) for one in each["offices"])
        )
        for each in fields.get("delegations", ())
    )
    on = day_of(standing.entered.get("minutes_agreed", fields["ends_ms"]))
    return Minutes(_sitting(signed), sat, (*items, whole)), on, text_of(fields["place"])


def _decided(signed: Signed) -> list[Standing]:
    """Return the decisions that came of a meeting."""
    return [each for each in signed.book.about(signed.standing.key, "decision") if "adopted" in each.entered]


def _actions(signed: Signed, decision: Standing) -> list[Standing]:
    """Return the actions that came of a decision, as far as whoever signed could know them."""
    return [each for each in signed.book.about(decision.key, "action") if signed.is_known(each)]


def _decision(signed: Signed) -> "tuple[Paper, date, Text]":
    from comity.files.paper import Decision

    framework, book, standing = signed.framework, signed.book, signed.standing
    fields, meeting = standing.fields, book.standings.get(f"meeting/{standing.fields.get('from_meeting')}")
    found = Decision(
        text_of(fields["title"]),
        text_of(book.standings[f"group/{fields['group']}"].fields["title"]),
        fields["clause_refs"][0],
        framework.agreement.title,
        text_of(fields["text"]),
        tuple(_effect(framework, book, each) for each in fields.get("effects", ())),
        day_of(fields["review_ms"]),
        fields.get("from_meeting"),
    )
    place = text_of(meeting.fields["place"]) if meeting else both_names(framework)
    return found, day_of(standing.entered.get("adopted", standing.since_ms)), place


def asked_of(owner: Text) -> Text:
    """Return the name of a party with the word that only the other one asks it for something."""
    said = {
        each: words(each).say("cooperation-paper-asked", party=owner.in_language(each)) for each in ("ar", "en", "fr")
    }
    return Text(**said)


def _assigned(signed: Signed, action: Standing) -> Any:
    from comity.files.paper import Assigned

    owner = party_name(signed.framework, action.fields["owner_party"])
    owner = asked_of(owner) if is_asked(signed.book, action) else owner
    return Assigned(action.id, text_of(action.fields["text"]), owner, day_of(action.fields["due_ms"]))


def _sitting(signed: Signed) -> "Sitting":
    from comity.files.paper import Sitting

    fields = signed.standing.fields
    return Sitting(
        text_of(signed.book.standings[f"group/{fields['group']}"].fields["title"]),
        fields["clause_refs"][0],
        signed.framework.agreement.title,
        fields["starts_ms"],
        fields["ends_ms"],
        _offset_min(fields["time_zone"], fields["starts_ms"]),
        text_of(fields["place"]),
    )


def _effect(framework: Framework, book: Book, effect: Mapping[str, Any]) -> Text:
    """Return what a decision does, in words: on a record by its title, of a template by the template's."""
    named = book.standings.get(effect["subject"])
    template = framework.templates.get(effect.get("argument", ""))
    subject = Text(ar=effect["subject"], en=effect["subject"], fr=effect["subject"])
    if named is not None:
        subject = text_of(named.fields["title"])
    elif template is not None:
        subject = template.title
    return Text(
        **{
            each: words(each).say("cooperation-paper-effect", kind=effect["kind"], subject=subject.in_language(each))
            for each in ("ar", "en", "fr")
        }
    )


def _in_three(message: str) -> Text:
    return Text(**{each: words(each).say(message) for each in ("ar", "en", "fr")})


def _offset_min(zone: str, at_ms: int) -> int:
    found = zone_of(zone)
    try:
        shown = utc_of(at_ms).astimezone(found).utcoffset() if found is not None else None
    except OverflowError:  # on the calendar's last day
        return 0
    return (shown or timedelta()) // _MINUTE


def _no_paper(name: str, standing: Standing) -> InvalidInput:
    return InvalidInput(
        "node.no_such_paper",
        "There is no paper {paper} of {record}.",
        why="of this kind of record, or before it is that far, no such paper is made; the papers are: {known}",
        remedy="choose one of them, or bring the record there first",
        paper=name[:32],
        record=standing.key,
        known=", ".join(PAPERS),
    )


def _not_signed(name: str, standing: Standing) -> InvalidInput:
    return InvalidInput(
        "node.paper_not_signed",
        "The paper {paper} of {record} is not made: both have not signed it.",
        why="an original shows what both parties signed, and so far it says what one party alone may have written",
        remedy="have both sign it, then ask for the paper again",
        paper=name,
        record=standing.key,
    )
