"""A sentence before it is put in words: the message of the catalogue and its values.

The words live in `locale/`; a pure room only says which message, with which values.
"""

from dataclasses import dataclass, field

from comity.agreement.articles import Text


@dataclass(frozen=True)
class Sentence:
    """A message id of `locale/*.ftl` and its named values; a `Text` value is shown in the reader's language."""

    message: str
    values: dict[str, str | int | Text] = field(default_factory=dict)
