"""Who may have seen that somebody agreed: another person than whoever wrote it down."""

from collections.abc import Set as AbstractSet

from bot.core.forms.writing import key_of


def is_the_writer(witness: str, writer: str, oneself: AbstractSet[str]) -> bool:
    """Whether the witness is named by nothing but words for oneself, polite ones and the writer's own name.

    >>> is_the_writer("saya sendiri", "Rahman Hidayat", {"saya", "sendiri"})
    True
    >>> is_the_writer("Pak Rahman", "Rahman Hidayat", {"saya", "pak"}), is_the_writer("Bu Rahma", "Rahman", {"bu"})
    (True, False)
    """
    return _words(witness) <= _words(writer) | oneself


def _words(name: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() else " " for c in key_of(name)).split())
