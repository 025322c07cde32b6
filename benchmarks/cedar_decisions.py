"""How many decisions Cedar makes in a second: run by `gate.py`, in an environment of its own that has `cedarpy`.

The policy says what the rule 4.2/ais-coarse says of who, what, whom, why and where; nothing is coarsened or withheld.
Prints one number: decisions in a second of processor time, best of three runs over as many items as the argument says.
"""

import sys
import time

from cedarpy import Decision, is_authorized

POLICY = """
forbid(principal, action, resource) when { context.purpose == "targeting" };
permit(principal == Party::"DZ", action == Action::"release", resource)
when {
  context.to == "US" && resource.kind == "maritime.contact" && resource.domain == "maritime" &&
  ["maritime_safety", "maritime_security"].contains(context.purpose) && context.now_s < 1800576000 &&
  resource.lon_udeg >= 1000000 && resource.lon_udeg <= 8500000 &&
  resource.lat_udeg >= 36800000 && resource.lat_udeg <= 38900000 &&
  context.now_s >= resource.event_s + 22200
};
"""


def main() -> None:
    """Ask Cedar about each item, one by one, and print the rate."""
    items = int(sys.argv[1])
    asked = [_question(number) for number in range(items)]
    took_s = []
    for _ in range(3):
        begun_s = time.process_time()
        for request, entities in asked:
            answer = is_authorized(request, POLICY, entities)
            assert answer.decision == Decision.Allow, answer.diagnostics.errors
        took_s.append(time.process_time() - begun_s)
    print(items / min(took_s))


def _question(number: int) -> tuple[dict[str, object], list[dict[str, object]]]:
    name = f"EXAMPLE-{number}"
    request = {
        "principal": 'Party::"DZ"',
        "action": 'Action::"release"',
        "resource": f'Item::"{name}"',
        "context": {"to": "US", "purpose": "maritime_safety", "now_s": 1_790_000_000},
    }
    place = {"lon_udeg": 4_100_000 + number * 7_919 % 4_300_000, "lat_udeg": 37_000_000 + number * 104_729 % 1_800_000}
    attributes = {"kind": "maritime.contact", "domain": "maritime", "event_s": 1_789_913_600, **place}
    return request, [{"uid": {"type": "Item", "id": name}, "attrs": attributes, "parents": []}]


if __name__ == "__main__":
    main()
