"""What one part of an agreement says of another: every name exists, stands once, and dates are in order."""

from collections.abc import Iterable, Sequence
from datetime import date

from comity.agreement.articles import Agreement
from comity.agreement.release_rules import Rule
from comity.ground import InvalidInput, parse_instant


def check_references(agreement: Agreement) -> None:
    """Raise `InvalidInput` at the first reference, identifier or date of an agreement that does not hold."""
    _check_unique(agreement)
    _check_parties(agreement)
    _check_dates(agreement)
    _check_clauses(agreement)
    _check_final_clauses(agreement)
    for index, rule in enumerate(agreement.rules):
        _check_rule(agreement, rule, f"rules[{index}]")
        _check_reachable(agreement.rules[:index], rule, f"rules[{index}]")


def _check_unique(agreement: Agreement) -> None:
    for name in ("parties", "groups", "domains", "kinds", "areas", "clauses", "rules"):
        seen: set[str] = set()
        for index, each in enumerate(getattr(agreement, name)):
            if each.id in seen:
                raise InvalidInput(
                    "agreement.duplicate_id",
                    "The identifier {id} stands twice (at {path}).",
                    why="a reference to it would name two things",
                    remedy="give one of them another identifier",
                    id=each.id,
                    path=f"{name}[{index}].id",
                )
            seen.add(each.id)


def _check_parties(agreement: Agreement) -> None:
    first, second = agreement.parties
    if first.id > second.id:
        raise InvalidInput(
            "agreement.parties_out_of_order",
            "The parties stand as {first}, {second} (at {path}).",
            why="the signed document is neutral: parties stand in the order of their ISO codes",
            remedy="exchange them; each party prints itself first on its own paper",
            first=first.id,
            second=second.id,
            path="parties",
        )
    names = [each for party in agreement.parties for each in (party.origin, party.mirror)]
    for index, party in enumerate(agreement.parties):
        for key, name in (("origin", party.origin), ("mirror", party.mirror)):
            if names.count(name) > 1:
                raise InvalidInput(
                    "agreement.log_name_twice",
                    "The log name {name} stands twice (at {path}).",
                    why="each party has one log and one copy of the partner's, each under its own name",
                    remedy="give each its own name",
                    name=name,
                    path=f"parties[{index}].{key}",
                )


def _check_dates(agreement: Agreement) -> None:
    for path, text in (("signed", agreement.signed), ("in_force", agreement.in_force)):
        try:
            date.fromisoformat(text)
        except ValueError:
            raise InvalidInput(
                "agreement.no_such_date",
                "{date} at {path} is not a date of the calendar.",
                why="a period that ends on a day that does not exist ends never, or at once",
                remedy="write an existing date",
                date=text,
                path=path,
            ) from None
    # Treaties may apply before signature; this form has no provisional application, so signature comes first.
    if agreement.in_force < agreement.signed:
        raise _out_of_order(agreement.in_force, "in_force", agreement.signed, "signed")
    starts_ms = parse_instant(agreement.in_force + "T00:00:00Z")
    for index, rule in enumerate(agreement.rules):
        if rule.until_ms <= starts_ms:
            raise _out_of_order(rule.id, f"rules[{index}].until", agreement.in_force, "in_force")


def _out_of_order(date_text: str, path: str, earlier: str, earlier_path: str) -> InvalidInput:
    return InvalidInput(
        "agreement.dates_out_of_order",
        "The date of {date} at {path} comes before {earlier} at {earlier_path}.",
        why="an agreement is signed, then in force, and a rule ends after that",
        remedy="put the dates in order",
        date=date_text,
        path=path,
        earlier=earlier,
        earlier_path=earlier_path,
    )


def _check_clauses(agreement: Agreement) -> None:
    groups = [each.id for each in agreement.groups]
    domains = [each.id for each in agreement.domains]
    kinds = [each.id for each in agreement.kinds]
    areas = [each.id for each in agreement.areas]
    for index, group in enumerate(agreement.groups):
        _check_known(group.domains, domains, f"groups[{index}].domains")
    for index, clause in enumerate(agreement.clauses):
        path = f"clauses[{index}]"
        _check_known([clause.group] if clause.group else [], groups, f"{path}.group")
        _check_known(clause.domains, domains, f"{path}.domains")
        _check_known(clause.kinds, kinds, f"{path}.kinds")
        _check_known(clause.areas, areas, f"{path}.areas")
        if clause.starts == "by_decision" and clause.group is None:
            raise InvalidInput(
                "agreement.no_group_to_decide",
                "Clause {clause} waits for a decision, and no working group is named (at {path}).",
                why="without a group nobody could put it to work",
                remedy="name the group of the clause, or let it start with the agreement",
                clause=clause.id,
                path=f"{path}.group",
            )


def _check_final_clauses(agreement: Agreement) -> None:
    clauses = [each.id for each in agreement.clauses]
    for path, clause in (
        ("limits.never_clause", agreement.limits.never_clause),
        ("limits.default_clause", agreement.limits.default_clause),
        ("termination.clause", agreement.termination.clause),
        ("retention.clause", agreement.retention.clause),
    ):
        _check_known([clause], clauses, path)


def _check_rule(agreement: Agreement, rule: Rule, path: str) -> None:
    clauses = {each.id: each for each in agreement.clauses}
    if rule.clause not in clauses:
        raise InvalidInput(
            "agreement.rule_names_no_clause",
            "Rule {rule} names clause {clause} (at {path}), and the agreement has no such clause.",
            why="nothing leaves but under a clause that both parties agreed",
            remedy="name one of: {clauses}",
            rule=rule.id,
            clause=rule.clause,
            path=f"{path}.clause",
            clauses=", ".join(clauses),
        )
    clause = clauses[rule.clause]
    parties = [each.id for each in agreement.parties]
    _check_known([rule.domain], clause.domains, f"{path}.domain")
    _check_known([rule.item], clause.kinds, f"{path}.item")
    _check_known(rule.from_parties, parties, f"{path}.from")
    _check_known(rule.to_parties, parties, f"{path}.to")
    _check_known(rule.label.rel_to, parties, f"{path}.label.rel_to")
    areas = clause.areas or tuple(each.id for each in agreement.areas)
    _check_known([rule.area] if rule.area else [], areas, f"{path}.area")
    if clause.areas and rule.area is None:
        raise InvalidInput(
            "agreement.rule_without_area",
            "Rule {rule} names no area (at {path}), and clause {clause} applies only in its areas.",
            why="the rule would let out what the clause does not cover",
            remedy="name one of: {areas}",
            rule=rule.id,
            path=f"{path}.area",
            clause=clause.id,
            areas=", ".join(clause.areas),
        )
    if rule.keep_for_s > agreement.retention.longest_s:
        raise InvalidInput(
            "agreement.kept_too_long",
            "Rule {rule} lets content be kept for {keep_for_s} s (at {path}); the agreement allows {longest_s} s.",
            why="clause {clause} sets the longest time",
            remedy="shorten the time of the rule",
            rule=rule.id,
            keep_for_s=rule.keep_for_s,
            path=f"{path}.keep_for_s",
            longest_s=agreement.retention.longest_s,
            clause=agreement.retention.clause,
        )


def _check_reachable(earlier: Sequence[Rule], rule: Rule, path: str) -> None:
    directions = {(a, b) for a in rule.from_parties for b in rule.to_parties if a != b}
    for other in earlier:
        if (other.item, other.domain) == (rule.item, rule.domain):
            directions -= {(a, b) for a in other.from_parties for b in other.to_parties}
    if not directions:
        raise InvalidInput(
            "agreement.rule_never_reached",
            "Rule {rule} can never decide anything (at {path}).",
            why="it names no direction between the two parties that an earlier rule for the same items leaves open",
            remedy="take it out, or put it before the wider rule",
            rule=rule.id,
            path=path,
        )


def _check_known(named: Iterable[str], known: Iterable[str], path: str) -> None:
    allowed = list(known)
    for each in named:
        if each not in allowed:
            raise InvalidInput(
                "agreement.unknown_reference",
                "{path} names {name}, which the agreement does not set up there.",
                why="every part of an agreement may only name what the agreement itself sets up",
                remedy="use one of: {known}",
                path=path,
                name=each,
                known=", ".join(allowed) or "(none)",
            )
