"""The lines of a calendar: written and folded, unfolded and read, with their rows.

Source: RFC 5545, 3.1 (content lines), 3.3.11 (TEXT), 3.6.5 (VTIMEZONE).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from comity.files.standards.intake import checked_size
from comity.ground import InvalidInput

LINE_OCTETS = 75
MAX_CALENDAR_BYTES = 16 * 2**20
MAX_COMPONENTS = 50_000
MAX_LEVELS = 4
"""Calendar, event, alarm; and one more for what other programs put in."""
ZONE_RULE_LENGTH = 128
ZONE_RULE_PARTS = frozenset({"FREQ", "UNTIL", "COUNT", "INTERVAL", "BYMONTH", "BYDAY", "BYMONTHDAY", "WKST"})
"""What the rule of a change of clocks is made of; by the hour or the second a reader would count without end."""

_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_TO_ESCAPE = re.compile(r"[\\;,\n]")
_UNWRITTEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_TO_READ = re.compile(r"\\(.)", re.DOTALL)
_READ = {"n": "\n", "N": "\n"}
_CONTENT = re.compile(r"""([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:])*)*):(.*)""", re.DOTALL)
_PARAMETER = re.compile(r"""([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:])*)""")


def written_text(text: str) -> str:
    """Return a TEXT value: escaped, line ends as `\\n`; control characters have no form and are left out.

    >>> written_text("a;b, c")
    'a\\\\;b\\\\, c'
    """
    plain = _UNWRITTEN.sub("", text.replace("\r\n", "\n"))
    return _TO_ESCAPE.sub(lambda found: _ESCAPED[found.group()], plain)


def content_line(name: str, value: str) -> str:
    """Return a line folded at 75 octets, never inside a letter.

    >>> len(content_line("SUMMARY", "é" * 40).split("\\r\\n"))
    2
    """
    line = f"{name}:{value}"
    if len(line) * 4 <= LINE_OCTETS or len(line.encode("utf-8")) <= LINE_OCTETS:
        return line
    pieces: list[str] = []
    begun, octets = 0, 0
    for place, letter in enumerate(line):
        width = len(letter.encode("utf-8"))
        if octets + width > LINE_OCTETS:
            pieces.append(line[begun:place])
            begun, octets = place, 1  # the space that begins a continued line
        octets += width
    return "\r\n ".join([*pieces, line[begun:]])


@dataclass(frozen=True, slots=True)
class Line:
    """A property: the row of the file where it begins, its parameters, and its value as it stands there."""

    row: int
    raw: str
    parameters: Mapping[str, str]
    value: str


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END: properties by name, and what is nested in it."""

    name: str
    row: int
    lines: dict[str, list[Line]] = field(default_factory=dict)
    inside: list["Component"] = field(default_factory=list)

    def first(self, name: str) -> Line | None:
        """Return the first property of a name."""
        found = self.lines.get(name)
        return found[0] if found else None


def read_components(data: bytes) -> list[Component]:
    """Return the calendars of a file, or raise `InvalidInput` with the row that cannot be read."""
    try:
        text = checked_size(data, limit=MAX_CALENDAR_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise unreadable(f"UTF-8, byte {error.start}") from None
    top = Component("", 0)
    open_now = [top]
    count = 0
    for row, raw in _unfolded(text):
        head, _, value = raw.partition(":")
        word = head.upper()
        if word == "BEGIN":
            count += 1
            component = Component(value.strip().upper(), row)
            open_now[-1].inside.append(component)
            open_now.append(component)
            if len(open_now) > MAX_LEVELS + 1 or count > MAX_COMPONENTS:
                raise unreadable(f"{row}: > {MAX_LEVELS} ∨ > {MAX_COMPONENTS}")
        elif word == "END":
            if open_now.pop().name != value.strip().upper() or not open_now:
                raise unreadable(f"{row}: {raw[:80]}")
        else:
            name, line = _line(row, raw)
            open_now[-1].lines.setdefault(name, []).append(line)
    if len(open_now) != 1 or top.lines or not top.inside or {each.name for each in top.inside} != {"VCALENDAR"}:
        raise unreadable("BEGIN:VCALENDAR … END:VCALENDAR")
    return top.inside


def read_text(value: str) -> str:
    """Return what a TEXT value says.

    >>> read_text("a\\\\;b\\\\, c")
    'a;b, c'
    """
    return value if "\\" not in value else _TO_READ.sub(lambda found: _READ.get(found.group(1), found.group(1)), value)


def zone_lines(component: Component) -> str:
    """Return a VTIMEZONE as text again, when its rules can be counted out; else raise `InvalidInput`."""
    for part in component.inside:
        for rule in part.lines.get("RRULE", ()):
            _check_zone_rule(rule.value)
    return "\r\n".join([*_raw_lines(component), ""])


def _raw_lines(component: Component) -> Iterator[str]:
    yield f"BEGIN:{component.name}"
    yield from (each.raw for lines in component.lines.values() for each in lines)
    for part in component.inside:
        yield from _raw_lines(part)
    yield f"END:{component.name}"


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Return each logical line with the row where it begins; a line that begins with a space continues the last."""
    begun, parts = 1, [""]
    for row, raw in enumerate(text.split("\n"), 1):
        line = raw.removesuffix("\r")
        if line[:1] in (" ", "\t") and row > 1:
            parts.append(line[1:])
            continue
        if any(parts):
            yield begun, "".join(parts)
        begun, parts = row, [line]
    if any(parts):
        yield begun, "".join(parts)


def _line(row: int, raw: str) -> tuple[str, Line]:
    found = _CONTENT.fullmatch(raw)
    if found is None:
        raise unreadable(f"{row}: {raw[:80]}")
    name, tail, value = found.groups()
    parameters = {each[0].upper(): each[1].strip('"') for each in _PARAMETER.findall(tail)} if tail else {}
    return name.upper(), Line(row, raw, parameters, value)


def broken_zone(zone: str, reason: str) -> InvalidInput:
    """Return the refusal of a time zone that cannot be understood."""
    return InvalidInput(
        "files.calendar_zone",
        "The calendar's time zone {zone!r} cannot be understood.",
        why="it stops at: {reason}; by a guess, a meeting would be hours too early or too late",
        remedy="use a name such as Africa/Algiers or America/New_York, or UTC; nothing of the file was kept",
        zone=zone[:80],
        reason=reason[:200],
    )


def unreadable(reason: str) -> InvalidInput:
    """Return the refusal of a file that is no calendar."""
    return InvalidInput(
        "files.calendar_unreadable",
        "The file is not a calendar that can be read.",
        why="reading it stops at: {reason}",
        remedy="ask its author for an iCalendar file (RFC 5545); nothing of the file was kept",
        reason=reason,
    )


def _check_zone_rule(rule: str) -> None:
    parts = {part.partition("=")[0].strip().upper() for part in rule.split(";")}
    yearly = "FREQ=YEARLY" in rule.upper().replace(" ", "")
    if len(rule) > ZONE_RULE_LENGTH or not yearly or not parts <= ZONE_RULE_PARTS:
        raise broken_zone("RRULE", rule[:80])
