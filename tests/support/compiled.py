"""What SQLAlchemy has made of statements, kept for a whole test process.

Each test opens engines of its own, and each would compile the same statements again: a ninth of the time of a test.
"""

from typing import Any

from sqlalchemy.util import LRUCache

Key = tuple[Any, ...]


class Compiled(LRUCache[Key, Any]):
    """As an engine's own, but a dialect is known by its kind and not as this very object."""

    def get(self, key: Key, default: Any = None) -> Any:
        return super().get(_of_its_kind(key), default)

    def __setitem__(self, key: Key, value: Any) -> None:
        super().__setitem__(_of_its_kind(key), value)


def _of_its_kind(key: Key) -> Key:
    dialect, *rest = key
    return (type(dialect), dialect.server_version_info, *rest)


COMPILED = Compiled(4000)
