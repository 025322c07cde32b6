"""The certificates of the line between two nodes: self-signed, pinned by both cards, TLS 1.3, both sides named.

No authority stands above two states: each node draws its own certificate, its card carries it, and the officers compare
the card's fingerprint by voice. The line protects against whoever listens or knocks; what is proved is proved by the
logs' own signatures. Source: RFC 5280 (profile), RFC 8446 (TLS 1.3).
"""

import base64
import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from comity.ground import MS_PER_S, InvalidInput
from comity.node.cards import Card
from comity.node.clock import Random
from comity.node.disk import Disk

NAME = "tls.pem"
SEED_BYTES = 32
SERIAL_BYTES = 16
VALID_DAYS = 3650
"""Ten years: a new certificate is a new card, compared by voice; expiry is for keys that everybody forgot."""

EARLY = timedelta(days=1)
"""Clocks differ: the certificate is good from the day before."""


def make_certificate(folder: Path, *, party: str, random: Random, now_ms: int, disk: Disk) -> None:
    """Write a new key with its certificate into `folder/keys/tls.pem`, 0600."""
    key = Ed25519PrivateKey.from_private_bytes(random(SEED_BYTES))
    since = datetime.fromtimestamp(now_ms // 1000, UTC) - EARLY
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ) + certificate_of(key, party=party, since=since, serial=int.from_bytes(random(SERIAL_BYTES))).public_bytes(
        serialization.Encoding.PEM
    )
    disk.put(folder / "keys" / NAME, pem, mode=0o600)


def certificate_of(
    key: Ed25519PrivateKey, *, party: str, since: datetime, serial: int, days: int = VALID_DAYS
) -> x509.Certificate:
    """Return a self-signed certificate that speaks for itself only."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"comity {party}")])
    uses = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(serial >> 1 or 1)  # RFC 5280: positive, at most 20 bytes
        .not_valid_before(since)
        .not_valid_after(since + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(uses, critical=False)
        .sign(key, None)
    )


def own_certificate(folder: Path) -> str:
    """Return our certificate as the card carries it (base64 of DER); empty for a node that was made without one."""
    path = folder / "keys" / NAME
    if not path.exists():
        return ""
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    return base64.b64encode(certificate.public_bytes(serialization.Encoding.DER)).decode()


def certificate_ends_ms(folder: Path) -> int | None:
    """Return when our certificate ends, or `None` for a node that was made without one."""
    path = folder / "keys" / NAME
    if not path.exists():
        return None
    return int(x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc.timestamp()) * MS_PER_S


def in_pem(tls: str) -> str:
    """Return a card's certificate in PEM."""
    return ssl.DER_cert_to_PEM_cert(base64.b64decode(tls))


def pin_of(der: bytes) -> str:
    """Return the hash by which a certificate is recognised."""
    return sha256(der).hexdigest()


def pin_of_card(card: Card) -> str | None:
    """Return the hash of the certificate that a card carries, or `None`."""
    return pin_of(base64.b64decode(card.tls)) if card.tls else None


def client_context(folder: Path, card: Card) -> ssl.SSLContext:
    """Return how we read this partner's port: with our certificate, and from nobody but the pinned one."""
    if not card.tls:
        raise InvalidInput(
            "node.partner_without_certificate",
            "The partner's card carries no certificate, and its address asks for one.",
            why="without it nobody can tell who answers at {url}",
            remedy="ask the partner for the card that its node made with its certificate, and enrol it again",
            url=card.url,
        )
    context = _context(ssl.PROTOCOL_TLS_CLIENT, folder)
    context.check_hostname = False  # the very certificate is pinned: its name says nothing more
    context.load_verify_locations(cadata=in_pem(card.tls))
    return context


def server_context(folder: Path) -> ssl.SSLContext:
    """Return how our partner port speaks: nobody enters without a certificate that some card carries."""
    context = _context(ssl.PROTOCOL_TLS_SERVER, folder)
    context.verify_mode = ssl.CERT_REQUIRED
    return context


def is_loopback(host: str) -> bool:
    """Return whether an address never leaves this machine.

    >>> [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "192.0.2.1", "dz.example")]
    [True, True, True, False, False]
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def is_plain_abroad(url: str) -> bool:
    """Return whether an address would carry everything in the clear, and beyond this machine."""
    parts = urlsplit(url)
    return parts.scheme != "https" and not is_loopback(parts.hostname or "")


def _context(protocol: int, folder: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(protocol)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    path = folder / "keys" / NAME
    if not path.is_file():
        raise InvalidInput(
            "node.no_certificate",
            "This node has no certificate.",
            why="keys/{name} is missing, and the line to the partner is encrypted on both sides",
            remedy="make the node anew with `comity init`, or use an address that begins with http on this machine",
            name=NAME,
        )
    context.load_cert_chain(path)
    return context
