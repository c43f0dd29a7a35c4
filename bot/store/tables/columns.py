"""Column types that make the two clocks two types (docs/adr/0003): a civil instant and a real second never mix."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Float, TypeDecorator
from sqlalchemy.engine import Dialect

#: Seconds of the machine's own clock (leases, retries, pacing). Never moved by the demo's clock.
Real = Float(53)
#: A due time that has come whenever the clock looks.
AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)


class Civil(TypeDecorator[datetime]):
    """An instant of the civil clock (due times, what people see), in UTC; naive values are refused.

    SQLite drops time zones, so the zone is put back on reading.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        value = value.astimezone(UTC)
        return value if dialect.name != "sqlite" else value.replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        found: datetime = value
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
