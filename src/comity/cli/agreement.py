"""`comity agreement`: check an agreement file, give its hash, and say what would happen to an item under it."""

import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from comity.agreement import (
    Agreement,
    Decision,
    Sentence,
    Text,
    agreement_hash,
    clauses_at_work,
    difference_sentences,
    differences,
    draft_amendment,
    reading,
)
from comity.cli.language import spoken
from comity.exchange import Explanation, Held, Released, release_rules
from comity.exchange import explain as explained
from comity.files.agreements import (
    EXAMPLE_MARKS,
    AgreementFile,
    check_texts,
    in_words,
    read_agreement_file,
    read_decision_file,
    write_canonical,
)
from comity.files.items import Question, read_item_file
from comity.ground import instant_text, parse_instant
from comity.maritime import KINDS as MARITIME_KINDS
from comity.rescue import KINDS as RESCUE_KINDS

agreement = typer.Typer(
    add_completion=False,
    help="Read, check and explain an agreement file (TOML or canonical JSON).",
    no_args_is_help=True,
    rich_markup_mode=None,
)

AgreementPath = Annotated[Path, typer.Argument(metavar="FILE", help="Agreement: a .toml or canonical .json file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine instead of sentences.")]


@agreement.callback()
def _agreement() -> None:
    """Read, check and explain an agreement file."""


@agreement.command()
def check(file: AgreementPath, as_json: AsJson = False) -> None:
    """Check the form, the references and the hashes of the texts; print parties, clauses, rules and the hash."""
    read = read_agreement_file(file)
    texts = check_texts(read)
    if as_json:
        _print_json(_facts(read, texts))
        return
    sentences = [
        *reading(read.agreement),
        *(
            Sentence("agreement-text", {"language": language, "file": path.name})
            for language, path in sorted(texts.items())
        ),
        Sentence("agreement-sound"),
        Sentence("agreement-hash", {"hash": read.hash}),
    ]
    _print(sentences)


@agreement.command(name="hash")
def hash_(
    file: AgreementPath,
    out: Annotated[Path | None, typer.Option(help="Also write the canonical JSON, the form that is signed.")] = None,
    as_json: AsJson = False,
) -> None:
    """Print the hash that both parties sign; a TOML file and its canonical JSON give the same."""
    read = read_agreement_file(file)
    if out is not None:
        write_canonical(read.document, out)
    if as_json:
        _print_json({"schema": "comity/agreement-hash/1", "example": read.agreement.example, "hash": read.hash})
    else:
        typer.echo(read.hash)


@agreement.command()
def explain(
    file: AgreementPath,
    item: Annotated[Path, typer.Argument(metavar="ITEM.json", help="Item and question (comity/item/1).")],
    decision: Annotated[
        list[Path] | None, typer.Option(help="A decision that both parties have signed; may be given several times.")
    ] = None,
    at: Annotated[str, typer.Option(help="Instant of the question, RFC 3339 in UTC; without it, now.")] = "",
    as_json: AsJson = False,
) -> None:
    """Say what would happen to an item: released in which form, held until when, or refused under which article."""
    read = read_agreement_file(file)
    question = read_item_file(item)
    decisions = [read_decision_file(each, read.agreement) for each in decision or []]
    now_ms = parse_instant(at) if at else int(time.time()) * 1000
    found = _ask(read, question, decisions, now_ms)
    if as_json:
        _print_json(_answer_facts(found, example=read.agreement.example or question.example))
        return
    example = [Sentence("agreement-example")] if read.agreement.example else []
    purpose = Sentence("agreement-rule-purpose", {"purpose": question.purpose})
    _print([*example, _asked(read.agreement, question, now_ms), purpose, *found.sentences])


@agreement.command()
def compare(
    file: AgreementPath,
    other: Annotated[Path, typer.Argument(metavar="OTHER", help="The later version: a .toml or canonical .json file.")],
    as_json: AsJson = False,
) -> None:
    """Say what differs between two versions, article by article and rule by rule, and whether more or less leaves."""
    before, after = read_agreement_file(file), read_agreement_file(other)
    _print_differences(before.document, after.document, as_json=as_json)


@agreement.command()
def amend(
    file: AgreementPath,
    other: Annotated[
        Path, typer.Argument(metavar="OTHER", help="The version to come: a .toml or canonical .json file.")
    ],
    out: Annotated[Path, typer.Option(help="Where to write the amendment, as canonical JSON.")],
    in_force: Annotated[str, typer.Option(help="From which day on, YYYY-MM-DD.")],
    title_en: Annotated[str, typer.Option(help="Title in English.")] = "Amendment",
    title_fr: Annotated[str, typer.Option(help="Title in French.")] = "Amendement",
    title_ar: Annotated[str, typer.Option(help="Title in Arabic.")] = "تعديل",
    as_json: AsJson = False,
) -> None:
    """Draft the amendment that makes one version out of another, for both parties to sign."""
    before, after = read_agreement_file(file), read_agreement_file(other)
    marks = EXAMPLE_MARKS if before.agreement.example else dict.fromkeys(EXAMPLE_MARKS, "")
    titles = {"ar": title_ar, "en": title_en, "fr": title_fr}
    title = {language: f"{marks[language]} {words}".strip() for language, words in titles.items()}
    document = draft_amendment(before.document, after.document, title=title, in_force=in_force)
    write_canonical(document, out)
    _print_differences(before.document, after.document, as_json=as_json)


def _print_differences(before: dict[str, Any], after: dict[str, Any], *, as_json: bool) -> None:
    found = differences(before, after)
    if as_json:
        facts = {"schema": "comity/agreement-differences/1", "differences": [asdict(each) for each in found]}
        _print_json(
            facts | {"example": before["example"], "before": agreement_hash(before), "after": agreement_hash(after)}
        )
        return
    lines = [sentence for each in found for sentence in difference_sentences(each)]
    _print(lines or [Sentence("agreement-differs-not")])
    _print([Sentence("agreement-hash", {"hash": agreement_hash(after)})])


def _ask(read: AgreementFile, question: Question, decisions: list[Decision], now_ms: int) -> Explanation:
    rules = release_rules(
        read.agreement,
        agreement_hash=read.hash,
        at_work=clauses_at_work(read.agreement, decisions),
        kinds=[*RESCUE_KINDS.values(), *MARITIME_KINDS.values()],
    )
    return explained(question.item, rules, to=question.to, purpose=question.purpose, now_ms=now_ms)


def _asked(read: Agreement, question: Question, now_ms: int) -> Sentence:
    titles: dict[str, Text] = {each.id: each.title for each in read.kinds}
    return Sentence(
        "agreement-question" if question.example else "agreement-question-real",
        {
            "kind": titles.get(question.item.kind, question.item.kind),
            "from": question.item.from_party,
            "to": question.to,
            "now": instant_text(now_ms),
        },
    )


def _answer_facts(found: Explanation, *, example: bool) -> dict[str, Any]:
    facts: dict[str, Any] = {"schema": "comity/answer/1", "example": example}
    answer = found.answer
    if isinstance(answer, Released):
        return facts | {
            "answer": "released",
            "rule": answer.rule.id,
            "clause": answer.clause,
            "steps": [each.transform for each in found.steps],
            "label": asdict(answer.label),
            "approvals_needed": answer.approvals_needed,
            "keep_until": instant_text(answer.keep_until_ms),
            "record": answer.record,
            "withheld": list(found.withheld),
        }
    if isinstance(answer, Held):
        return facts | {"answer": "held", "rule": answer.rule.id, "until": instant_text(answer.until_ms)}
    return facts | {"answer": "refused", "article": answer.article, "reason": answer.reason, "rule": answer.rule_id}


def _facts(read: AgreementFile, texts: dict[str, Path]) -> dict[str, Any]:
    return {
        "schema": "comity/agreement-check/1",
        "example": read.agreement.example,
        "id": read.agreement.id,
        "hash": read.hash,
        "parties": [each.id for each in read.agreement.parties],
        "groups": [each.id for each in read.agreement.groups],
        "clauses": [each.id for each in read.agreement.clauses],
        "rules": [each.id for each in read.agreement.rules],
        "texts": {language: path.name for language, path in sorted(texts.items())},
    }


def _print(sentences: list[Sentence]) -> None:
    for each in sentences:
        indented = ("agreement-rule-", "agreement-differs-field", "agreement-lets-")
        indent = "  " if each.message.startswith(indented) else ""
        typer.echo(indent + in_words(each, spoken()))


def _print_json(facts: dict[str, Any]) -> None:
    typer.echo(json.dumps(facts, ensure_ascii=False, indent=2))
