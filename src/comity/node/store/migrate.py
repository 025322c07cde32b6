"""Brings a database to the version that this software speaks: forward only, a copy kept first, newer ones refused."""

from sqlalchemy import Column, Connection, Integer, Table, Text, func, insert, select

from comity.ground import InvalidInput
from comity.node.store.columns import METADATA, Milliseconds
from comity.node.store.database import Store
from comity.node.store.migrations import MIGRATIONS

MIGRATION = Table(
    "migration",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("applied_ms", Milliseconds, nullable=False),
    sqlite_strict=True,
)


def migrate(store: Store, *, now_ms: int, upto: int = len(MIGRATIONS)) -> int:
    """Apply what is missing, each migration in its own transaction; return how many were applied."""
    with store.writing() as connection:
        METADATA.create_all(connection, tables=[MIGRATION])
        version = _version(connection)
    if version > len(MIGRATIONS):
        raise InvalidInput(
            "node.database_newer",
            "This node folder was written by a newer Comity.",
            why="its database has version {version}, this software knows {known}",
            remedy="install the newer Comity; there is no way back, so that no record is lost",
            version=version,
            known=len(MIGRATIONS),
        )
    if 0 < version < upto:
        store.copy_to(store.path.with_name(f"{store.path.name}.before-{upto:04}"))
    for number in range(version + 1, upto + 1):
        module = MIGRATIONS[number - 1]
        with store.writing() as connection:
            METADATA.create_all(connection, tables=list(module.TABLES))
            for index in getattr(module, "INDEXES", ()):
                index.create(connection, checkfirst=True)  # a new table has got its indexes with it
            name = module.__name__.rpartition(".")[2]
            connection.execute(insert(MIGRATION).values(number=number, name=name, applied_ms=now_ms))
    return max(0, upto - version)


def _version(connection: Connection) -> int:
    return connection.execute(select(func.max(MIGRATION.c.number))).scalar_one() or 0
