"""What a route is given: the open node, and the words of the caller's language."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from comity.api.problems import words_of
from comity.files.words import Words
from comity.node.app import Node


def _node(connection: HTTPConnection) -> Node:
    node: Node = connection.app.state.node
    return node


ServedNode = Annotated[Node, Depends(_node)]
"""The node that serves."""

CallersWords = Annotated[Words, Depends(words_of)]
"""The words of the caller's language."""
