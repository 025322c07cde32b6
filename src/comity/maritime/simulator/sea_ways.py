"""Where the simulated ships sail: ports of the western Mediterranean, way-points at sea, and the ways between them.

Units: degrees, metres. Ports are real and public (their places by the World Port Index, NGA Pub. 150, moved to the
water before the quay); way-points are ours. A test holds every way against the coast (GSHHG): none touches land.
"""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import numpy as np

from comity.ground import Floats, metres_per_degree


@dataclass(frozen=True)
class Port:
    """A port: its name, its country (ISO 3166), the water before its quay, and the way-point that leads to it."""

    name: str
    country: str
    lat_deg: float
    lon_deg: float
    approach: str


PORTS: Mapping[str, Port] = MappingProxyType(
    {
        "ALG": Port("Algiers", "DZ", 36.772, 3.088, "alg_off"),
        "ORN": Port("Oran", "DZ", 35.722, -0.640, "oran_off"),
        "BJA": Port("Béjaïa", "DZ", 36.745, 5.110, "bja_off"),
        "SKI": Port("Skikda", "DZ", 36.895, 6.925, "ski_off"),
        "AAE": Port("Annaba", "DZ", 36.905, 7.785, "aae_off"),
        "AZW": Port("Arzew", "DZ", 35.845, -0.280, "arz_off"),
        "MOS": Port("Mostaganem", "DZ", 35.945, 0.070, "mos_off"),
        "GHZ": Port("Ghazaouet", "DZ", 35.108, -1.868, "ghz_off"),
        "VLC": Port("Valencia", "ES", 39.430, -0.305, "vlc_off"),
        "BCN": Port("Barcelona", "ES", 41.335, 2.172, "bcn_off"),
        "CAR": Port("Cartagena", "ES", 37.580, -0.982, "car_off"),
        "ALC": Port("Alicante", "ES", 38.330, -0.490, "alc_off"),
        "LEI": Port("Almería", "ES", 36.825, -2.462, "lei_off"),
        "AGP": Port("Málaga", "ES", 36.700, -4.415, "malaga_off"),
        "PMI": Port("Palma", "ES", 39.553, 2.640, "pmi_off"),
        "MAH": Port("Mahón", "ES", 39.862, 4.325, "mah_off"),
        "IBZ": Port("Ibiza", "ES", 38.903, 1.462, "ibz_off"),
        "MRS": Port("Marseille", "FR", 43.325, 5.335, "mrs_off"),
        "SET": Port("Sète", "FR", 43.393, 3.705, "set_off"),
        "AJA": Port("Ajaccio", "FR", 41.918, 8.748, "aja_off"),
        "GOA": Port("Genoa", "IT", 44.395, 8.905, "goa_off"),
        "LIV": Port("Livorno", "IT", 43.550, 10.285, "liv_off"),
        "NAP": Port("Naples", "IT", 40.830, 14.265, "nap_off"),
        "PMO": Port("Palermo", "IT", 38.145, 13.382, "pmo_off"),
        "TPS": Port("Trapani", "IT", 38.030, 12.490, "tps_off"),
        "CAG": Port("Cagliari", "IT", 39.200, 9.110, "cag_off"),
        "TUN": Port("La Goulette", "TN", 36.810, 10.330, "tun_off"),
        "BIZ": Port("Bizerte", "TN", 37.275, 9.890, "biz_off"),
        "TNG": Port("Tangier", "MA", 35.795, -5.795, "strait"),
        "GIB": Port("Gibraltar", "GI", 36.145, -5.370, "gib_off"),
    }
)

WAY_POINTS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "atlantic": (35.88, -6.20), "strait": (35.95, -5.55), "gib_off": (36.06, -5.40), "strait_e": (36.02, -5.20),
        "alboran_w": (36.15, -4.40), "malaga_off": (36.45, -4.30), "alboran": (36.12, -3.00), "lei_off": (36.60, -2.45),
        "gata": (36.48, -2.00), "alboran_s": (35.75, -2.10), "ghz_off": (35.35, -1.90), "oran_off": (36.05, -0.75),
        "arz_off": (36.05, -0.20), "mos_off": (36.10, 0.00), "tenes": (36.85, 1.30), "alg_off": (37.05, 3.00),
        "bja_off": (37.05, 5.15), "ski_off": (37.15, 6.95), "aae_off": (37.15, 7.85), "tabarka": (37.35, 8.90),
        "galite_n": (37.75, 9.30), "biz_off": (37.50, 9.95), "tun_off": (37.00, 10.60), "zembra": (37.25, 10.70),
        "sicily_w": (37.55, 11.60), "car_off": (37.40, -0.95), "palos": (37.55, -0.40), "alc_off": (38.20, -0.25),
        "nao": (38.75, 0.45), "formentera": (38.52, 1.45), "ibz_off": (38.80, 1.72), "vlc_off": (39.35, 0.10),
        "columbretes": (40.10, 1.20), "bcn_off": (41.15, 2.35), "pmi_off": (39.15, 2.60), "dragonera": (39.65, 2.10),
        "menorca_n": (40.30, 3.90), "mah_off": (39.80, 4.55), "mid_w": (38.10, 2.20), "mid": (38.30, 4.60),
        "mid_e": (38.20, 6.60), "lion": (42.40, 4.20), "set_off": (43.20, 3.85), "mrs_off": (43.20, 5.12),
        "tln_off": (42.82, 6.00), "ligurian": (43.30, 8.00), "goa_off": (44.20, 8.85), "corse_w": (42.00, 7.80),
        "aja_off": (41.82, 8.60), "sard_w": (40.00, 7.60), "sard_sw": (38.65, 8.10), "cag_off": (38.85, 9.15),
        "sard_se": (38.90, 10.00), "capcorse": (43.25, 9.45), "liv_off": (43.45, 10.10), "elba_w": (42.85, 9.70),
        "giglio": (42.20, 10.40), "tyrrh_n": (41.50, 11.00), "tyrrh": (40.00, 11.50), "nap_w": (40.55, 13.30),
        "nap_off": (40.60, 14.05), "pmo_off": (38.40, 13.40), "egadi": (38.30, 12.30), "tps_off": (38.10, 12.40),
    }
)  # fmt: skip
"""Way-points at sea: latitude, longitude."""

_WAYS = """
atlantic-strait strait-strait_e strait-gib_off gib_off-strait_e strait_e-alboran_w alboran_w-alboran alboran-gata
alboran-alboran_s alboran_s-ghz_off alboran_s-oran_off gata-car_off gata-palos gata-oran_off gata-tenes
oran_off-arz_off arz_off-mos_off oran_off-tenes mos_off-tenes tenes-alg_off alg_off-bja_off bja_off-ski_off
ski_off-aae_off aae_off-tabarka tabarka-biz_off tabarka-galite_n galite_n-biz_off biz_off-zembra zembra-tun_off
zembra-sicily_w sicily_w-egadi sicily_w-tps_off egadi-tps_off egadi-pmo_off car_off-palos palos-alc_off alc_off-nao
nao-vlc_off nao-formentera formentera-ibz_off formentera-pmi_off formentera-mid_w vlc_off-columbretes
columbretes-bcn_off ibz_off-pmi_off pmi_off-dragonera dragonera-columbretes dragonera-bcn_off menorca_n-bcn_off
menorca_n-mah_off menorca_n-lion mah_off-mid pmi_off-mid_w mid_w-palos mid_w-tenes mid_w-alg_off mid_w-mid mid-alg_off
mid-bja_off mid-mid_e mid_e-ski_off mid_e-sard_sw mid_e-galite_n mid_e-sard_w mah_off-sard_w lion-set_off lion-mrs_off
lion-bcn_off set_off-mrs_off mrs_off-tln_off tln_off-ligurian ligurian-goa_off ligurian-capcorse corse_w-ligurian
corse_w-tln_off corse_w-aja_off corse_w-sard_w sard_w-sard_sw sard_w-lion sard_w-mrs_off sard_sw-cag_off
cag_off-sard_se sard_sw-sard_se sard_se-tyrrh sard_se-egadi sard_se-sicily_w galite_n-sard_sw capcorse-goa_off
capcorse-liv_off capcorse-elba_w liv_off-goa_off elba_w-giglio giglio-tyrrh_n tyrrh_n-tyrrh tyrrh_n-nap_w tyrrh-nap_w
nap_w-nap_off tyrrh-pmo_off tyrrh-egadi nap_off-pmo_off malaga_off-alboran_w malaga_off-alboran malaga_off-strait_e
lei_off-alboran lei_off-gata aja_off-sard_w bja_off-mid_w mid_e-bja_off mid_e-aae_off mah_off-mrs_off alg_off-mah_off
alg_off-pmi_off
"""

WAYS: tuple[tuple[str, str], ...] = tuple(
    (one, other) for one, _, other in (each.partition("-") for each in _WAYS.split())
) + tuple((name, port.approach) for name, port in PORTS.items())
"""Pairs of places with open water between them."""

OPEN_SEA: tuple[tuple[str, str], ...] = (
    ("mid_w", "mid"), ("mid", "mid_e"), ("mid_e", "sard_w"), ("mah_off", "sard_w"), ("sard_w", "lion"),
    ("mid_e", "galite_n"), ("alg_off", "mid"), ("gata", "tenes"), ("mid_e", "sard_sw"), ("tyrrh", "egadi"),
    ("sard_w", "mrs_off"), ("mah_off", "mid"),
)  # fmt: skip
"""Ways whose middle lies more than 20 nautical miles from every shore."""

GATES = ("atlantic", "sicily_w", "nap_off", "goa_off")
"""Where ships enter this sea and leave it."""


def place(name: str) -> tuple[float, float]:
    """Return latitude and longitude of a port or a way-point."""
    port = PORTS.get(name)
    return WAY_POINTS[name] if port is None else (port.lat_deg, port.lon_deg)


def metres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the length of a leg by the metres per degree of its middle, better than 1 % on ways of this sea."""
    per_lat_m, per_lon_m = metres_per_degree(0.5 * (one[0] + other[0]))
    return float(np.hypot((one[0] - other[0]) * per_lat_m, (one[1] - other[1]) * per_lon_m))


@cache
def route(start: str, end: str) -> tuple[str, ...]:
    """Return the names along the shortest way, both ends included (E. W. Dijkstra, Numer. Math. 1, 1959)."""
    best = {start: 0.0}
    before: dict[str, str] = {}
    queue = [(0.0, start)]
    while queue:
        so_far_m, name = heapq.heappop(queue)
        if name == end:
            break
        if so_far_m > best[name] or (name in PORTS and name != start):  # a port is no thoroughfare
            continue
        for other, length_m in _neighbours()[name]:
            if so_far_m + length_m < best.get(other, np.inf):
                best[other], before[other] = so_far_m + length_m, name
                heapq.heappush(queue, (best[other], other))
    names = [end]
    while names[-1] != start:
        names.append(before[names[-1]])
    return tuple(reversed(names))


def points(names: tuple[str, ...]) -> Floats:
    """Return the places of several names, shape (names, 2): latitude, longitude."""
    return np.array([place(each) for each in names], dtype=np.float64)


@cache
def _neighbours() -> Mapping[str, tuple[tuple[str, float], ...]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for one, other in WAYS:
        length_m = metres_between(place(one), place(other))
        found.setdefault(one, []).append((other, length_m))
        found.setdefault(other, []).append((one, length_m))
    return {name: tuple(each) for name, each in found.items()}
