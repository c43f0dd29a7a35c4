"""The desa in which something is asked about an usulan."""

from tests.deciding.conftest import place, quick

__all__ = ["place", "quick"]
