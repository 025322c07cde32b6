"""The chain of a search, as a notebook has it: currents, drift, map, plan, an empty search, the map after it."""

from dataclasses import replace
from pathlib import Path

from comity.files import write_idealised_forcing
from comity.files.cases import read_case
from comity.files.drift_inputs import read_drift_inputs
from comity.ground import parse_instant
from comity.rescue import Flown, containment, drift, probability_map, search_plan, weight_after_search, weights_of

case = read_case(Path("examples/cases/bejaia-2008-08-06.toml"))
case = replace(case, run=replace(case.run, particles=4000), units=case.units[:2])
days = [parse_instant(f"2008-08-0{day}T{hour}:00:00Z") for day, hour in ((6, "00"), (8, "00"))]
write_idealised_forcing(Path("out/notebook"), first_ms=days[0], last_ms=days[1])
inputs = read_drift_inputs(case, forcing_folder=Path("out/notebook"))

cloud = drift(case, inputs.forcing.current, inputs.forcing.wind, inputs.land)
before = containment(cloud, probability_map(cloud, land=inputs.land))
found = search_plan(case, cloud)
flown = [Flown(each.legs, each.sortie.sensor) for each in found.plan.best.sorties]
weight, pos = weight_after_search(cloud, weights_of(cloud, None), flown)
after = containment(cloud, probability_map(cloud, weight=weight, land=inputs.land), weight=weight)

for each in found.plan.best.sorties:
    print(f"{each.sortie.unit.unit_id}: {each.way.pattern}, POS {each.pos:.2f}")
print(f"together {pos:.2f}, no plan exceeds {found.plan.certificate.pos_bound:.2f}")
for one, other in zip(before, after, strict=True):
    print(f"{one.level:.0%} in {one.area_m2 / 1e6:.0f} km² before, {other.area_m2 / 1e6:.0f} km² after")
