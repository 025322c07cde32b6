"""Under which names the house port answers."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from comity.node.settings import Settings


def is_our_name(name: str, settings: Settings) -> bool:
    """Return whether a request's host is an address, a name of this machine, or one that the settings give.

    Any other name could be a stranger's web page that made its own name point at us (DNS rebinding).
    """
    if name in ("localhost", settings.house_host) or name.endswith(".localhost"):
        return True
    if settings.house_origin and name == urlsplit(settings.house_origin).hostname:
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
