"""0010: what our offices noted on one record is found without reading what they noted on all the others."""

from sqlalchemy import Index, Table

from comity.node.store.migrations.m0009_cooperation import NATIONAL_FIELD

NATIONAL_FIELD_OF_RECORD = Index(
    "national_field_of_record", NATIONAL_FIELD.c.agreement_id, NATIONAL_FIELD.c.record, NATIONAL_FIELD.c.change
)

TABLES: tuple[Table, ...] = ()
INDEXES = (NATIONAL_FIELD_OF_RECORD,)
