"""What a route is given: the open node, and the words of the caller's language."""

from typing import Annotated

from fastapi import Depends, Request

from comity.api.problems import words_of
from comity.files.words import Words
from comity.node.app import Node


def _node(request: Request) -> Node:
    node: Node = request.app.state.node
    return node


ServedNode = Annotated[Node, Depends(_node)]
"""The node that serves."""

CallersWords = Annotated[Words, Depends(words_of)]
"""The words of the caller's language."""
