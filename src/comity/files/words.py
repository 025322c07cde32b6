"""The catalogue of words: Fluent files in, sentences out, in Arabic, English and French.

Every message a person reads comes from `locale/{ar,en,fr}.ftl`. Errors are the exception in English, whose sentences
stand at the raise; their French and Arabic stand in the catalogue under the error's code (`room.reason` becomes the
Fluent message `room-reason` with the attributes `what`, `why`, `remedy`).
"""

from functools import cache
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from comity.files.shipped import shipped
from comity.ground import ComityError

LANGUAGES = ("ar", "en", "fr")


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        # Values are isolated where the text runs right to left, so that a coordinate keeps its order in an Arabic line.
        self._bundle = FluentBundle([self.language], use_isolating=self.language == "ar")
        source = (shipped("locale") / f"{self.language}.ftl").read_text("utf-8")
        self._bundle.add_resource(FluentResource(source))

    def say(self, message: str, **values: Any) -> str:
        """Return a message of the catalogue with its values; `KeyError` when the catalogue lacks it."""
        return self._format(self._bundle.get_message(message).value, values)

    def error(self, error: ComityError) -> dict[str, str]:
        """Return the three sentences of an error: `what`, `why`, `remedy`; a value that has words is said in them."""
        values = {name: self._value(value) for name, value in error.values.items()}
        if self.language == "en":
            return {part: template.format(**values) for part, template in error.templates.items()}
        attributes = self._bundle.get_message(error.code.replace(".", "-")).attributes
        return {part: self._format(attributes[part], values) for part in error.templates}

    def _value(self, value: Any) -> str:
        sentence = getattr(value, "sentence", None)
        if sentence is None:
            return str(value)
        from comity.files.agreements import in_words  # agreements are read where one is spoken of

        return in_words(sentence, self)

    def told(self, error: ComityError, *parts: str) -> str:
        """Return an error as running text: the parts named, or all three, each a sentence."""
        said = self.error(error)
        return " ".join(_sentence(part, said[part]) for part in parts or tuple(said))

    def _format(self, pattern: Any, values: dict[str, Any]) -> str:
        text, problems = self._bundle.format_pattern(pattern, values)
        if problems:
            raise problems[0]
        return str(text)


def _sentence(part: str, text: str) -> str:
    if part != "what":  # a phrase; the first sentence has its capital, or begins with a name that has none
        text = text[:1].upper() + text[1:]
    return text + ("" if text.endswith((".", "؟", "!", "?")) else ".")


@cache
def words(language: str) -> Words:
    """Return the words of a language code or POSIX locale name (`fr_FR.UTF-8`); English for what we do not speak."""
    return Words(language[:2].lower())
