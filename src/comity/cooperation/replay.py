"""From acts to records: the state of everything on any day, from the two logs alone.

An act counts when it follows the record's last act, the life of the record has the move, the right party makes it, as
many have signed as it needs, each signing office served on its day, every cited clause is in force, what it needs is
there, and the sums hold. Any other act stands in the log and changes nothing; the book says why.
"""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from comity.cooperation.acts import ROOT, Act, ActLog, check_details_leave
from comity.cooperation.framework import Framework
from comity.cooperation.lives import ANY, GIVER, LIVES, OTHER, OWNER, PROPOSE, PROPOSER, RECEIVER, Step
from comity.cooperation.needs import Circumstances, is_met
from comity.cooperation.reading import check_record, text_hashes
from comity.cooperation.references import check_references, links
from comity.cooperation.sentences import Worded, need_words
from comity.cooperation.standings import Book, NotCounted, Standing
from comity.cooperation.sums import check_flow, check_plan, check_terms, count_flow
from comity.cooperation.templates import Template, check_details
from comity.ground import ComityError, InvalidInput, Refused, advance, instant_text

_OPENING = Step("", sets=("*",))
_ADOPTED = frozenset({"adopted", "in_effect", "reviewed"})


def state_of(framework: Framework, log: ActLog, *, at_ms: int) -> Book:
    """Return every record as it stood at an instant, with what waited for a signature then and what did not count.

    A pure function of the two logs: no order of arrival, no clock and no past call changes it.
    """
    return going_on(Book(at_ms=at_ms), framework, log, since=0)


def going_on(before: Book, framework: Framework, log: ActLog, *, since: int) -> Book:
    """Return a book that read the first `since` acts of a log, after the rest of them; the one before stays as it is.

    The same as `state_of` of the whole log, where the framework reads the first acts as it did then.
    """
    book, at_ms = before.copy(), before.at_ms
    for act in islice(log.acts, since, None):
        if act.at_ms > at_ms:
            break  # instants never run back in the one order
        try:
            take(book, framework, act)
        except ComityError as why:
            book.not_counted.append(NotCounted(act.hash, act.key, act.move, act.at_ms, why))
    book.waiting = tuple(each for each in log.waited if each.waits_at(at_ms))
    return book


def take(book: Book, framework: Framework, act: Act) -> Standing:
    """Let an act count in a book and return the record after it, or raise why it does not count; then nothing moved."""
    if act.fault is not None:
        raise act.fault
    key = act.key
    before = book.standings.get(key)
    if (before.head if before else ROOT) != act.follows or (before is None) != (act.move == PROPOSE):
        raise InvalidInput(
            "cooperation.act_out_of_turn",
            "The move {move} on {record} does not count: it does not follow the record's last act.",
            why="another act came first, so its author did not see the record as it stands",
            remedy="read the record again, then make the move anew",
            move=act.move,
            record=key,
        )
    _check_offices(framework, act)
    after = _opened(book, framework, act) if before is None else _moved(before, act)
    _check(book, framework, before, after, act)
    book.standings[key] = after
    if before is None:
        for subject in links(after.kind, after.fields):
            book.link(key, after.kind, subject)
    if after.kind == "flow":
        count_flow(book, before, after)
    elif after.kind == "decision":
        _note_templates(book, after)
    return after


def _check_offices(framework: Framework, act: Act) -> None:
    for each in act.signatures:
        party = framework.parties[each.party]
        if not framework.may_sign(party, each.office, each.at_ms):
            raise _may_not_sign(party, each.office, each.at_ms)


def check_office(framework: Framework, party: str, office: str, at_ms: int) -> None:
    """Raise `InvalidInput` where an office could not sign for its party at an instant."""
    if not framework.may_sign(party, office, at_ms):
        raise _may_not_sign(party, office, at_ms)


def _may_not_sign(party: str, office: str, at_ms: int) -> InvalidInput:
    return InvalidInput(
        "cooperation.office_may_not_sign",
        "The office {office} could not sign for {party} on {day}.",
        why="it is not on that party's list of offices, or did not serve as an approver on that day",
        remedy="have the office sign that holds the role now",
        office=office,
        party=party,
        day=instant_text(at_ms),
    )


def _opened(book: Book, framework: Framework, act: Act) -> Standing:
    template = _template(book, framework, act.fields) if act.kind == "initiative" else None
    life = template.life if template is not None else LIVES[act.kind]
    return Standing(
        kind=act.kind,
        id=act.record,
        fields=act.fields,
        state=life.start,
        since_ms=act.at_ms,
        version=1,
        head=act.hash,
        proposer=framework.parties[act.by],
        proposed_by_office=act.signatures[0].office,
        entered={life.start: act.at_ms},
        log_refs=act.signatures,
        life=life,
        texts=text_hashes(act.fields),
        template=template,
    )


def _moved(before: Standing, act: Act) -> Standing:
    state = advance(before.life, before.state, act.move, signatures=len(act.signatures))
    fields = changed(before.fields, act.fields)
    stays, is_agreed = state == before.state, len(act.signatures) > 1
    return Standing(  # in the order of its fields: named, they would take three times as long
        before.kind,
        before.id,
        fields,
        state,
        before.since_ms if stays else act.at_ms,
        before.version + 1,
        act.hash,
        before.proposer,
        before.proposed_by_office,
        before.entered if stays else {**before.entered, state: act.at_ms},
        before.log_refs + act.signatures,
        before.life,
        text_hashes(fields) if act.fields else before.texts,
        fields if is_agreed else before.agreed,
        state if is_agreed else before.agreed_state,
        before.template,
    )


def changed(fields: Mapping[str, Any], changes: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields of a record after changes; the fields that a template declares change one by one."""
    if not changes:
        return fields
    found = {**fields, **changes}
    if isinstance(changes.get("details"), Mapping):  # anything else, the form of the act refuses
        found["details"] = {**fields.get("details", {}), **changes["details"]}
    return found


def _check(book: Book, framework: Framework, before: Standing | None, after: Standing, act: Act) -> None:
    step = before.life.moves[before.state][act.move] if before is not None else _OPENING
    fields = after.fields
    party = framework.parties[act.by]
    if before is not None and not may_make(step.by, before, party):
        raise InvalidInput(
            "cooperation.not_this_party",
            "The move {move} on {record} is not {party}'s to make.",
            why="the record's life gives it to: {by}",
            remedy="ask the other party to make it",
            move=act.move,
            record=act.key,
            party=party,
            by=step.by,
        )
    _check_texts(after, act)
    if act.fields:
        _check_fields(book, framework, step, after, act)
    _check_clauses(framework, after, act)
    if act.kind == "flow":
        (check_plan(book, fields) if before is None else check_flow(book, fields, after.state))
    elif act.kind == "initiative" and before is not None and act.fields:
        check_terms(book, act.key, fields)
    if step.needs and before is not None:
        _check_needs(book, framework, step, before, after, act)


def may_make(by: str, standing: Standing, party: str) -> bool:
    """Tell whether a party may make a move of this record: `by` is a word of `lives`, or a role of its template."""
    fields = standing.fields
    if by == ANY:
        return True
    if by == OTHER:
        return bool(party != fields["owner_party"])
    if by == PROPOSER:
        return party == standing.proposer
    return bool(party == (fields[_NAMED_BY[by]] if by in _NAMED_BY else fields["roles"][by]))


_NAMED_BY = {OWNER: "owner_party", GIVER: "from_party", RECEIVER: "to_party"}


def _check_texts(after: Standing, act: Act) -> None:
    if act.texts == after.texts:
        return
    for language, said in act.texts.items():
        if after.texts[language] != said:
            raise InvalidInput(
                "cooperation.texts_differ",
                "The text in {language} of {record} is not the one that the act names.",
                why="its hash differs, so what was signed and what would stand in the record are two texts",
                remedy="read the text again and table the act anew; each text needs both signatures again",
                language=language,
                record=act.key,
            )


def _check_fields(book: Book, framework: Framework, step: Step, after: Standing, act: Act) -> None:
    named = set(act.fields) - {"details"} | set(act.fields.get("details", {}))
    beyond = step.beyond(named)
    if beyond:
        raise InvalidInput(
            "cooperation.field_not_to_set",
            "The move {move} on {record} cannot set the field {field}.",
            why="what one party may set alone, the life of the record says; the rest needs both signatures",
            remedy="leave the field out, or propose a move that both sign",
            move=act.move,
            record=act.key,
            field=min(beyond),
        )
    check_record(after.kind, after.fields)
    if after.template is not None:
        check_details_leave(act.fields.get("details", ()), after.template.levels)
        check_details(after.template, after.fields.get("details", {}))
    check_references(book, framework, after)


def _check_clauses(framework: Framework, after: Standing, act: Act) -> None:
    if after.template is not None and after.template.before_in_force:
        return
    in_force = framework.clauses_at(act.at_ms)
    for clause in after.fields["clause_refs"]:
        if clause not in in_force:
            raise Refused(
                "cooperation.clause_not_in_force",
                "The move {move} on {record} does not count: Article {article} is not in force on {day}.",
                why="whatever both do, they do under a clause that is in force and at work on that day",
                remedy="have both put the clause to work first, or cite another",
                article=clause,
                move=act.move,
                record=act.key,
                day=instant_text(act.at_ms),
            )


def _check_needs(book: Book, framework: Framework, step: Step, before: Standing, after: Standing, act: Act) -> None:
    name = after.template.id if after.template is not None else None
    case = Circumstances(after.fields, before, book, framework.clauses_at(act.at_ms), act.at_ms, name)
    for need in step.needs:
        if not is_met(need, case):
            raise Refused(
                "cooperation.need_not_met",
                "The move {move} on {record} does not count, for something is not there yet. It needs first: {need}.",
                why="under Article {article} this comes first",
                remedy="provide it, then make the move again",
                article=after.fields["clause_refs"][0],
                move=act.move,
                record=act.key,
                need=Worded.of(need, need_words(before, need)),
            )


def _template(book: Book, framework: Framework, fields: Mapping[str, Any]) -> Template:
    template = framework.templates.get(fields["template_hash"])
    if template is None or template.id != fields["template"] or template.hash not in book.adopted:
        raise InvalidInput(
            "cooperation.template_not_adopted",
            "The initiative {initiative} cannot begin: no decision in force adopted its template {template}.",
            why="both adopt a template by a decision that names its hash; an initiative keeps the one it began with",
            remedy="have both sign a decision that adopts this very template",
            initiative=fields["id"],
            template=fields["template"],
        )
    return template


def _note_templates(book: Book, decision: Standing) -> None:
    """Note which templates are adopted: by a decision that both signed, until it is revoked or expires."""
    for each in decision.fields.get("effects", ()):
        if each["kind"] != "adopt_template" or "argument" not in each:
            continue
        if decision.state in _ADOPTED:
            book.adopted.setdefault(each["argument"], decision.key)
        elif book.adopted.get(each["argument"]) == decision.key:
            del book.adopted[each["argument"]]
