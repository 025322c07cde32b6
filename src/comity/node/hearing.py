"""A node that is served begins to hear ships: what its settings name, and what is done with a distress."""

from comity.ground import MS_PER_HOUR, ComityError, InvalidInput
from comity.maritime import Distress
from comity.node.app import Node
from comity.node.feeds.addresses import address_of
from comity.node.feeds.watch import Setting
from comity.node.journal import Journal
from comity.node.services import distress


def begin_to_hear(node: Node, journal: Journal | None = None) -> None:
    """Begin to listen to the receivers of `maritime.feeds`; an address that is none stops the start."""
    settings = node.settings
    for name, address in settings.maritime_feeds.items():
        try:
            address_of(address)
        except InvalidInput as error:
            error.values["address"] = f"{name} = {address[:200]}"
            raise
    waiting: list[Distress] = []

    def keep(heard: list[Distress]) -> None:
        """Write a distress; one that could not be written is written with the next news, a second later."""
        waiting[:] = [each for each in waiting if (each.mmsi, each.number) not in {(h.mmsi, h.number) for h in heard}]
        waiting.extend(heard)
        if not waiting:
            return
        try:
            distress.hear(node, waiting)
        except ComityError as error:
            node.troubles["distress"] = error.code, node.clock()
        else:
            waiting.clear()
            node.troubles.pop("distress", None)

    node.watch.set(
        Setting(
            store=node.layout.positions,
            feeds=settings.maritime_feeds,
            stall_after_s=settings.maritime_stall_after_s,
            kept_ms=round(settings.maritime_forget_after_h * MS_PER_HOUR),
            keep_days=settings.maritime_keep_days,
            known=lambda: distress.known(node),
            on_distress=keep,
            journal=journal,
        )
    )
