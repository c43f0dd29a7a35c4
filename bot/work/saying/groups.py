"""Groups: the bot says one line there, and the link leads to a chat of one's own."""

from bot.work.access import COMMANDS
from bot.work.office import Office

_FRONT = "g-"
_NAMES = frozenset(entry.name for entry in COMMANDS)
_BEGINNING = frozenset({"mulai", "start"})


def is_for_us(text: str, office: Office) -> bool:
    """Whether a command in a group is one of ours: said to this bot, or to nobody and known here. What is said to
    another bot is not our affair."""
    name, _, to = text.split(maxsplit=1)[0].removeprefix("/").partition("@")
    return to.lower() == office.username.lower() if to else name.lower() in _NAMES


def link(text: str, office: Office) -> str:
    """Where a command from a group goes on: in private, with the same command at hand."""
    name = text.split(maxsplit=1)[0].removeprefix("/").partition("@")[0].lower()
    return f"https://t.me/{office.username}?start={_FRONT}{name if name in _NAMES else 'mulai'}"


def is_payload(text: str) -> bool:
    return text.startswith(_FRONT)


def wanted(payload: str) -> str | None:
    """The command that somebody had typed in the group; None when they simply want to begin."""
    name = payload.removeprefix(_FRONT)
    return name if name in _NAMES and name not in _BEGINNING else None
