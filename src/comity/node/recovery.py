"""Ask before you write (rule R7): a node that was put back to an older state takes back from its partner what it lacks.

The partner's copy of our log bears our own signature and the partner's. What it holds beyond us we signed once and
forgot: it is proved against that head like any other log, appended to ours as it stands, and its contents are fetched
again. Until the partner has answered, nothing is signed. A partner that never answers again leaves a decision to an
officer; it is kept with the office that took it.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from comity.ground import InvalidInput, Untrusted
from comity.ledger import Checkpoint, Head, Reader, cosign
from comity.node.app import Holding, Node, awaiting
from comity.node.intake import releases, take_new, wait_for
from comity.node.partners import partner_card, set_state, state_of
from comity.node.store import RECOVERY

REFETCH = "refetch"
"""The job that fetches a content of ours again which was lost with our newer state."""


def adopt(node: Node, holding: Holding, head: Head, read: Reader) -> None:
    """Append to our log what the partner mirrored of it and we lack; `Untrusted` unless it begins with what we have.

    Parameters
    ----------
    head
        The partner's receipt: a head of our log that we signed, and the partner too.
    read
        Gives the files of the partner's copy.
    """
    size = holding.own.size
    try:
        lacking = take_new(holding.own, head, read, check=_anything)
    except Untrusted as error:
        raise (another_record(head) if error.code == "ledger.fork" else holds_more(holding, head)) from error
    with node.turn:
        if holding.own.size != size:
            raise holds_more(holding, head)
        _write(node, holding, head, lacking)


def _anything(_entry: bytes) -> None:
    """Nothing stands against an entry that we signed ourselves."""


def _write(node: Node, holding: Holding, head: Head, lacking: Sequence[bytes]) -> None:
    def sign(checkpoint: Checkpoint) -> bytes:
        assert checkpoint == head.checkpoint, "what is adopted is exactly what we had signed"
        return cosign(head.note, head.signed_by, (), at_ms=node.clock())  # as we had signed it, whichever key it was

    announced = releases(holding.own, lacking)
    count = head.checkpoint.size - holding.own.size

    def also(connection: Connection, _first: int) -> None:
        wait_for(connection, REFETCH, holding.agreement.id, announced, now_ms=node.clock())
        _note(connection, node, holding.agreement.id, "restored", adopted=count)

    holding.own.write(lacking, sign=sign, now_ms=node.clock(), also=also, after_laid_by=True)


def asked(node: Node, holding: Holding) -> None:
    """Publish our log again where it was held back: the partner has said what it holds, and we hold no less.

    This does not wait for the other direction: two nodes that were both put back would wait for each other for ever.
    """
    if holding.agreement.id not in node.unasked:
        return
    if holding.own.head() is None:
        holding.own.write([], sign=holding.sign_head, now_ms=node.clock())
    holding.own.publish()


def synchronised(node: Node, holding: Holding) -> None:
    """Keep that both directions were read to their end since this start: from now on our log may grow again."""
    agreement_id = holding.agreement.id
    node.unasked.discard(agreement_id)
    if agreement_id not in awaiting(node.store, "restored") | awaiting(node.store, "alone"):
        return
    with node.store.writing() as connection:
        _note(connection, node, agreement_id, "synchronised")


def go_on_alone(node: Node, agreement_id: str, *, office: str) -> None:
    """Let our log grow although the partner never said how much of it it holds: an officer's decision, kept for good.

    What we signed after our copy was made is lost to us, and whatever the partner holds beyond it will contradict what
    we sign from now on; the partner then stops reading us with proof in its hand.
    """
    holding = node.holding(agreement_id)
    outward = state_of(node, agreement_id, "out")
    if agreement_id not in node.unasked or partner_card(node, agreement_id) is None:
        raise InvalidInput(
            "node.nothing_to_decide",
            "There is nothing to decide: this node does not wait for its partner.",
            why="only a node whose enrolled partner has not answered since the start may be told to go on without it",
            remedy="look at the state of the partner",
        )
    if outward is None or outward.state != "silent":
        raise InvalidInput(
            "node.ask_first",
            "The partner was not asked yet.",
            why="whoever goes on without asking may contradict what was signed before",
            remedy="let the node look at the partner at least once, then decide",
        )
    with node.turn:
        with node.store.writing() as connection:
            _note(connection, node, agreement_id, "alone", office=office)
        asked(node, holding)
        node.unasked.discard(agreement_id)
        if outward.reason is not None and outward.reason.code == "node.partner_holds_more":
            set_state(node, agreement_id, "out", "silent")


def mark_restored(connection: Connection, agreement_ids: Sequence[str], *, now_ms: int, copied_ms: int) -> None:
    """Write into a database that was put back from a backup that its node has to ask before it writes."""
    rows = [
        {"agreement_id": each, "at_ms": now_ms, "state": "restored", "copied_ms": copied_ms, "adopted": 0}
        for each in agreement_ids
    ]
    if rows:
        connection.execute(insert(RECOVERY), rows)


def adopted(node: Node, agreement_id: str) -> int:
    """Return how many entries of our own log were ever taken back from the partner's copy."""
    with node.store.reading() as connection:
        return sum(connection.execute(select(RECOVERY.c.adopted).filter_by(agreement_id=agreement_id)).scalars())


def holds_more(holding: Holding, head: Head) -> Untrusted:
    """Return the error of a node whose partner holds more of its log than itself, and has not shown it whole yet."""
    return Untrusted(
        "node.partner_holds_more",
        "The partner holds more of our record than we do.",
        why="it has {theirs} entries that we signed, and this node knows {ours}: it was put back to an older state",
        remedy="sign nothing; the node takes back what it lacks as soon as the partner's copy can be read whole",
        theirs=head.checkpoint.size,
        ours=holding.own.size,
    )


def another_record(head: Head) -> Untrusted:
    """Return the error of a receipt for a head that bears our signature and is not of our log."""
    return Untrusted(
        "node.receipt_of_another_record",
        "The partner's receipt is for a record that is not ours.",
        why="our key signed a head of {size} entries that this node never wrote",
        remedy="stop signing, keep the evidence, and find out who else held our key",
        size=head.checkpoint.size,
    )


def _note(
    connection: Connection, node: Node, agreement_id: str, state: str, *, adopted: int = 0, office: str | None = None
) -> None:
    connection.execute(
        insert(RECOVERY).values(
            agreement_id=agreement_id, at_ms=node.clock(), state=state, adopted=adopted, office=office
        )
    )
