"""The database: what it refuses, what it keeps, and how it moves from one version to the next."""

from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from comity.ground import InvalidInput
from comity.node.store import LOG_HEAD, METADATA, MIGRATIONS, Store, has_wal_reset_bug, migrate

NOW_MS = 1_700_000_000_000


@pytest.fixture
def store(tmp_path: Path):
    opened = Store(tmp_path / "node.db")
    yield opened
    opened.close()


def head(size: object, **changed: object) -> dict[str, object]:
    row = {"agreement_id": "a", "log": "own", "size": size, "root": bytes(32), "checkpoint": b"x", "signed_ms": NOW_MS}
    return {**row, **changed}


def test_each_migration_takes_the_database_one_number_further_and_a_second_run_does_nothing(store: Store) -> None:
    for number in range(1, len(MIGRATIONS) + 1):
        assert migrate(store, now_ms=NOW_MS, upto=number) == 1
    assert migrate(store, now_ms=NOW_MS) == 0


def test_a_copy_is_kept_before_a_database_with_content_is_migrated(store: Store) -> None:
    migrate(store, now_ms=NOW_MS, upto=1)
    with store.writing() as connection:
        connection.execute(insert(LOG_HEAD).values(head(3)))
    migrate(store, now_ms=NOW_MS, upto=2)
    kept = Store(store.path.with_name("node.db.before-0002"))
    with kept.reading() as connection:
        assert connection.execute(select(LOG_HEAD.c.size)).scalar_one() == 3
    kept.close()


def test_a_database_of_a_newer_comity_is_refused(store: Store) -> None:
    migrate(store, now_ms=NOW_MS)
    with store.writing() as connection:
        connection.execute(text("INSERT INTO migration VALUES (9999, 'later', 1)"))
    with pytest.raises(InvalidInput) as caught:
        migrate(store, now_ms=NOW_MS)
    assert caught.value.code == "node.database_newer"


def test_every_table_of_the_migrations_is_strict(store: Store) -> None:
    migrate(store, now_ms=NOW_MS)
    with store.reading() as connection:
        rows = connection.execute(text("SELECT name, strict FROM pragma_table_list"))
        strict = {row.name: row.strict for row in rows}
    assert {name: strict[name] for name in METADATA.tables} == dict.fromkeys(METADATA.tables, 1)


@pytest.mark.parametrize(
    "wrong", [{"root": b"short"}, {"size": -1}, {"log": "both"}, {"signed_ms": 0}, {"size": "many"}, {"root": None}]
)
def test_the_database_refuses_what_the_rules_refuse(store: Store, wrong: dict[str, object]) -> None:
    migrate(store, now_ms=NOW_MS)
    with pytest.raises(IntegrityError), store.writing() as connection:
        connection.execute(insert(LOG_HEAD).values({**head(1), **wrong}))


def test_a_block_that_fails_keeps_none_of_its_rows(store: Store) -> None:
    migrate(store, now_ms=NOW_MS)

    def stumbles() -> None:
        with store.writing() as connection:
            connection.execute(insert(LOG_HEAD).values(head(1)))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumbles()
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(LOG_HEAD)).scalar_one() == 0


def test_a_reader_cannot_write_and_the_writer_waits_for_the_disk(store: Store) -> None:
    migrate(store, now_ms=NOW_MS)
    with pytest.raises(OperationalError, match="readonly"), store.reading() as connection:
        connection.execute(insert(LOG_HEAD).values(head(1)))
    with store.writing() as connection:
        assert connection.execute(text("PRAGMA synchronous")).scalar_one() == 2  # FULL
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"


def test_the_sqlite_releases_with_the_wal_reset_bug_are_known() -> None:
    # sqlite.org: 3.7.0 to 3.51.2, fixed in 3.51.3
    assert [has_wal_reset_bug(v) for v in ((3, 6, 23), (3, 7, 0), (3, 40, 1), (3, 51, 2), (3, 51, 3))] == [
        False, True, True, True, False,
    ]  # fmt: skip


def test_what_was_noted_on_one_record_is_found_by_an_index_in_an_older_database_too(store: Store) -> None:
    migrate(store, now_ms=NOW_MS, upto=9)
    with store.writing() as connection:
        connection.execute(text("DROP INDEX national_field_of_record"))  # as software wrote it that knew nine only
    migrate(store, now_ms=NOW_MS)
    asked = "SELECT value FROM national_field WHERE agreement_id = 'a' AND record = 'b' ORDER BY change"
    with store.reading() as connection:
        (plan,) = connection.execute(text(f"EXPLAIN QUERY PLAN {asked}")).all()
    assert "USING INDEX national_field_of_record" in plan.detail
