"""What an error says: a stable code, what went wrong, why, and what to do about it.

English stands at the raise as templates with named values; the same code is the key of the French and Arabic
sentences in `locale/`. The three classes say whose move it is: the caller's, the agreement's, or the auditor's.
"""

from typing import Any


class ComityError(Exception):
    """An error with a code and three sentences.

    Parameters
    ----------
    code
        Stable, `room.reason`; the key of the translations.
    what, why, remedy
        English templates with `{named}` values; never f-strings, so that they can be translated.
    values
        The values at hand, one for each name in the templates.
    """

    def __init__(self, code: str, what: str, *, why: str, remedy: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.templates = {"what": what, "why": why, "remedy": remedy}
        self.values = values

    def sentence(self, part: str) -> str:
        """Return the English sentence of one part: `what`, `why` or `remedy`."""
        return self.templates[part].format(**self.values)

    def __str__(self) -> str:
        return " ".join(
            part if part.endswith(".") else part + "."
            for part in (self.sentence("what"), _capital(self.sentence("why")), _capital(self.sentence("remedy")))
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.code, self.templates, self.values)


class InvalidInput(ComityError):  # noqa: N818 (a word of the house, STYLE.md §4)
    """The caller can mend it: a value, a file or a setting is wrong."""


class Refused(ComityError):  # noqa: N818
    """A rule of the agreement says no; `article` names it."""

    def __init__(self, code: str, what: str, *, why: str, remedy: str, article: str, **values: Any) -> None:
        super().__init__(code, what, why=why, remedy=remedy, article=article, **values)
        self.article = article


class Untrusted(ComityError):  # noqa: N818
    """A proof failed. It is shown and kept, never caught and forgotten."""


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _rebuild(kind: type[ComityError], code: str, templates: dict[str, str], values: dict[str, Any]) -> ComityError:
    return kind(code, templates["what"], why=templates["why"], remedy=templates["remedy"], **values)
