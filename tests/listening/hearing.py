"""What words come to where something is asked."""

from tests.listening.moments import line
from tests.listening.scoring import Heard, hear
from tests.support.content import catalog_of


def heard(at: str, text: str, *before: str) -> Heard:
    """`before`: the answers given by then, as "desa=Tuncung"."""
    return hear(catalog_of(), line(at, text, *before))


def values(at: str, text: str, *before: str) -> dict[str, str]:
    """Without what was only said besides."""
    return {key: value for key, value in heard(at, text, *before).values.items() if key != "juga"}
