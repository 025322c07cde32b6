"""Keys of the words that people read for what this room names by a key; the words stand in the catalogue."""


def pattern_word(designator: str) -> str:
    """Return the key of a search pattern's name.

    >>> pattern_word("PS")
    'pattern-PS'
    """
    return f"pattern-{designator}"


def platform_word(platform: str) -> str:
    """Return the key of a platform's name."""
    return f"platform-{platform}"


def search_object_word(search_object: str) -> str:
    """Return the key of a search object's name."""
    return f"search-object-{search_object}"


def lateral_range_word(law: str) -> str:
    """Return the key of a lateral range curve's name."""
    return f"lateral-range-{law}"


def sweep_factor_word(name: str) -> str:
    """Return the key of the name of one factor of a sweep width."""
    return f"sweep-factor-{name}"


def survival_word(model: str) -> str:
    """Return the key of a survival model's name."""
    return f"survival-{model}"


def survival_reading_word(model: str) -> str:
    """Return the key of the sentence that says how a survival model is read, and its caveat."""
    return f"survival-reading-{model}"


def manual_note_word(note: str) -> str:
    """Return the key of a warning of the plan by hand."""
    return f"manual-note-{note}"


def datum_kind_word(kind: str) -> str:
    """Return the key of the kind of datum of the plan by hand."""
    return f"datum-kind-{kind}"
