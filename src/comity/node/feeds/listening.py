"""The door of the process that listens: nothing that it needs is loaded before it is there."""

from multiprocessing.connection import Connection

from comity.node.feeds.orders import Orders


def listen_apart(questions: Connection, news: Connection, orders: Orders) -> None:
    """Run in a process of its own until the node is gone."""
    from comity.node.feeds.process import listen

    listen(questions, news, orders)
