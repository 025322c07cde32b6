"""The scenes that this version plays, in order."""

from collections.abc import Callable

from comity.cli.demo.administration import administration
from comity.cli.demo.groups import talks
from comity.cli.demo.initiatives import campaign, contract, investment, new_kind, partnership
from comity.cli.demo.papers import accounts
from comity.cli.demo.question import question
from comity.cli.demo.rescue import rescue
from comity.cli.demo.story import Stage, memorandum

PLAYS: dict[int, Callable[[Stage], None]] = {
    1: memorandum,
    2: talks,
    3: question,
    4: rescue,
    6: contract,
    7: partnership,
    8: investment,
    9: campaign,
    10: administration,
    11: new_kind,
    12: accounts,
}
