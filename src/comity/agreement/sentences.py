"""A sentence before it is put in words: the message of the catalogue and its values.

The words live in `locale/`; a pure room only says which message, with which values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from comity.agreement.articles import Text


@dataclass(frozen=True)
class Sentence:
    """A message id of `locale/*.ftl` and its named values; a `Text` or a sentence among them is shown in words too."""

    message: str
    values: "Mapping[str, str | int | Text | Sentence]" = field(default_factory=dict)
