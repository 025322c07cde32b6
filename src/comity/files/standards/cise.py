"""CISE messages: Push and PullResponse of vessels, movements, anomalies and incidents, as XML.

Units: degrees on WGS 84; knots and degrees in a vessel's location, as CISE says them; instants UTC.
Source: CISE service model 1.5.3 (European Commission, JRC; its XSDs hold the tests) for the envelope; CISE data model
1.5.3 for the entities. Its lists of kinds of anomaly are shorter than ours: what a rule set calls an event stands in
an element of our own beside the entity, with the entity's UUID, and nothing is squeezed into a word that says less.
The message is not signed here: a gateway does that with the authority's certificate.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

import numpy as np
from lxml import etree

from comity.files.charts.markup import visible, xml_bytes
from comity.ground import M_S_PER_KNOT, instant_text

MESSAGE = "http://www.cise.eu/servicemodel/v1/message/"
_ENTITY = "http://www.cise.eu/datamodel/v1/entity/{}/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
COMITY = "urn:comity:event:1"
"""Namespace of what we say of an event in our own words."""

Service = Literal["VesselService", "MovementService", "AnomalyService", "IncidentService"]
PURPOSES: Mapping[str, str] = MappingProxyType(
    {"maritime_safety": "Safety", "maritime_security": "Security", "search_and_rescue": "SAR"}
)
"""Purposes of the example agreement in CISE's words; any other is `NonSpecified`."""

SENSITIVITIES: Mapping[str, str] = MappingProxyType(
    {"CLEAR": "White", "WHITE": "White", "GREEN": "Green", "AMBER": "Amber", "RED": "Red"}
)
"""TLP colours of a label."""

_SHIP_TYPES: Mapping[range, str] = MappingProxyType(
    {
        range(30, 31): "FishingVessel",
        range(31, 36): "SpecialPurposeShip",
        range(40, 50): "HighSpeedCraft",
        range(50, 56): "SpecialPurposeShip",
        range(58, 59): "SpecialPurposeShip",
        range(60, 70): "PassengerShip",
        range(70, 80): "GeneralCargoShip",
        range(80, 90): "OilTanker",
    }
)
_MOVEMENTS = frozenset({"port_visit", "voyage"})
_INCIDENTS = frozenset({"distress"})


@dataclass(frozen=True)
class Envelope:
    """What a message says of itself.

    Parameters
    ----------
    message_id, created_ms
        A UUID and an instant, of the caller's.
    sender, country
        The sender's service, such as `dz.comity.vessel.push.provider`, and the participant's id.
    purpose, tlp
        As an agreement says them.
    retention_ms
        Until when it may be kept; `None` where nothing is said.
    """

    message_id: str
    created_ms: int
    sender: str
    service: Service
    purpose: str = ""
    tlp: str = ""
    retention_ms: int | None = None
    context: str = ""
    correlation: str = ""


def push(envelope: Envelope, entities: Iterable[Any]) -> bytes:
    """Return a Push of entities."""
    return xml_bytes(_message("Push", envelope, entities, "Push"))


def pull_response(envelope: Envelope, entities: Iterable[Any]) -> bytes:
    """Return a PullResponse that answers the request named by the envelope's correlation."""
    message = _message("PullResponse", envelope, entities, "Pull")
    add_plain(message, "ResultCode", "Success")
    return xml_bytes(message)


def vessels(rows: Iterable[Mapping[str, Any]], said: Mapping[int, Mapping[str, Any]]) -> list[Any]:
    """Return the fixes of ships as vessels, one each.

    Parameters
    ----------
    rows
        Rows of `POSITIONS`, with a place.
    said
        By MMSI, what each last said of itself (names of `STATICS`).
    """
    return [_vessel(_root("vessel", "Vessel"), row, said.get(row["mmsi"], {})) for row in rows]


def event_entities(rows: Iterable[Mapping[str, Any]]) -> list[Any]:
    """Return events (rows of `EVENTS`) as movements, incidents or anomalies, with their ships and our own words.

    The ships stand beside their event and not in it: a relation would name the type of its object by a schema (the data
    model's) that a validator of messages alone does not have. Our own words tell which belong together.
    """
    found = []
    for row in rows:
        space, name = _entity_of(row["kind"])
        entity = _root(space, name)
        _identified(entity, row["event_id"])
        where = add_plain(entity, "LocationRel")
        when = add_plain(where, "DateTime")
        _instants(when, start_ms=row["start_ms"], end_ms=row["end_ms"])
        _place(where, row["lat_deg"], row["lon_deg"])
        if name == "Movement":
            add_plain(entity, "MovementType", "Voyage")
        if name == "Incident":
            add_plain(entity, "ResponseUrgency", "Immediate")
        found.append(entity)
        for mmsi in filter(None, (row["mmsi"], row["mmsi_2"])):
            ship = _root("vessel", "Vessel")
            _identified(ship, f"mmsi:{mmsi}")
            add_plain(ship, "MMSI", str(mmsi))
            found.append(ship)
        found.append(_own_words(row))
    return found


def service_of(kinds: Iterable[str]) -> Service:
    """Return the service that events of some kinds belong to: of several, anomalies'."""
    names = {_entity_of(kind)[1] for kind in kinds}
    services: dict[str, Service] = {"Movement": "MovementService", "Incident": "IncidentService"}
    return services.get(names.pop(), "AnomalyService") if len(names) == 1 else "AnomalyService"


def _entity_of(kind: str) -> tuple[str, str]:
    if kind in _MOVEMENTS:
        return "movement", "Movement"
    return ("incident", "Incident") if kind in _INCIDENTS else ("anomaly", "Anomaly")


def _message(name: str, envelope: Envelope, entities: Iterable[Any], operation: str) -> Any:
    """Return the envelope of a message with its payload, elements in the schema's order."""
    spaces = {"message": MESSAGE, "xsi": _XSI, **{each: _ENTITY.format(each) for each in _SPACES}}
    message = etree.Element(f"{{{MESSAGE}}}{name}", nsmap=spaces)
    for tag, text in (("ContextID", envelope.context), ("CorrelationID", envelope.correlation)):
        if text:
            add_plain(message, tag, text)
    add_plain(message, "CreationDateTime", instant_text(envelope.created_ms))
    add_plain(message, "MessageID", envelope.message_id)
    add_plain(message, "Priority", "High" if envelope.service == "IncidentService" else "Low")
    add_plain(message, "RequiresAck", "false")
    sender = add_plain(message, "Sender")
    for tag, text in (
        ("ServiceID", envelope.sender),
        ("ServiceOperation", operation),
        ("ServiceRole", "Provider"),
        ("ServiceType", envelope.service),
    ):
        add_plain(sender, tag, text)
    payload = add_plain(message, "Payload")
    payload.set(f"{{{_XSI}}}type", "message:XmlEntityPayload")
    add_plain(payload, "InformationSecurityLevel", "NonClassified")
    add_plain(payload, "InformationSensitivity", SENSITIVITIES.get(envelope.tlp, "NonSpecified"))
    add_plain(payload, "IsPersonalData", "false")
    add_plain(payload, "Purpose", PURPOSES.get(envelope.purpose, "NonSpecified"))
    if envelope.retention_ms is not None:
        add_plain(payload, "RetentionPeriod", instant_text(envelope.retention_ms))
    add_plain(payload, "EnsureEncryption", "false")
    for entity in entities:
        payload.append(entity)
    return message


_SPACES: Sequence[str] = ("vessel", "movement", "anomaly", "incident")


def _vessel(entity: Any, row: Mapping[str, Any], said: Mapping[str, Any]) -> Any:
    _identified(entity, f"mmsi:{row['mmsi']}")
    where = add_plain(entity, "LocationRel")
    _place(where, row["lat_deg"], row["lon_deg"])
    _instants(add_plain(where, "PeriodOfTime"), start_ms=row["t_ms"])
    for tag, column, unit in (
        ("COG", "cog_deg", 1.0),
        ("Heading", "heading_deg", 1.0),
        ("SOG", "sog_m_s", M_S_PER_KNOT),
    ):
        if row[column] is not None and np.isfinite(row[column]):
            add_plain(where, tag, f"{row[column] / unit:.1f}")
    add_plain(where, "SensorType", "AutomaticIdentificationSystem")
    add_plain(where, "SourceType", "Declaration")
    length_m = int(said.get("to_bow_m", 0)) + int(said.get("to_stern_m", 0))
    beam_m = int(said.get("to_port_m", 0)) + int(said.get("to_starboard_m", 0))
    told = (
        ("Name", said.get("shipname")),
        ("Beam", beam_m),
        ("CallSign", said.get("callsign")),
        ("Draught", said.get("draught_m")),
        ("IMONumber", said.get("imo")),
        ("Length", length_m),
        ("MMSI", row["mmsi"]),
        ("ShipType", _ship_type(int(said.get("ship_type", 0)))),
    )
    for tag, value in told:
        if value:
            add_plain(entity, tag, f"{value:.1f}" if isinstance(value, float) else str(value))
    return entity


def _ship_type(ship_type: int) -> str | None:
    return next((name for types, name in _SHIP_TYPES.items() if ship_type in types), None)


def _own_words(row: Mapping[str, Any]) -> Any:
    kept = ("kind", "state", "rules", "reason")
    words = etree.Element(
        f"{{{COMITY}}}Event", {name: visible(str(row[name])) for name in kept}, nsmap={"comity": COMITY}
    )
    words.set("uuid", _uuid(row["event_id"]))
    words.set("mmsi", " ".join(str(each) for each in (row["mmsi"], row["mmsi_2"]) if each))
    return words


def _identified(entity: Any, name: str) -> None:
    add_plain(add_plain(entity, "Identifier"), "UUID", _uuid(name))


def _uuid(name: str) -> str:
    """Return the UUID of a name, always the same (RFC 9562, version 5)."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{COMITY}:{name}"))


def _place(parent: Any, lat_deg: float, lon_deg: float) -> None:
    geometry = add_plain(add_plain(parent, "Location"), "Geometry")
    add_plain(geometry, "Latitude", f"{lat_deg:.6f}")
    add_plain(geometry, "Longitude", f"{lon_deg:.6f}")


def _instants(parent: Any, *, start_ms: int, end_ms: int | None = None) -> None:
    for tag, at_ms in (("Start", start_ms), ("End", end_ms)):
        if at_ms is not None:
            day, _, time = instant_text(at_ms).partition("T")
            add_plain(parent, f"{tag}Date", day)
            add_plain(parent, f"{tag}Time", time)


def _root(space: str, name: str) -> Any:
    return etree.Element(f"{{{_ENTITY.format(space)}}}{name}", nsmap={space: _ENTITY.format(space)})


def add_plain(parent: Any, name: str, text: str | None = None) -> Any:
    """Append an element without a namespace, as the schemas want below the first one, and return it."""
    child = etree.SubElement(parent, name)
    if text is not None:
        child.text = visible(text)
    return child
