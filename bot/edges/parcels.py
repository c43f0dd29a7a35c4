"""Files that go along with a letter: made just before it leaves, in a sandbox, and kept nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.edges.sandbox import Died, Refused, Sandbox
from bot.reports import Made


class CannotMake(Exception):
    """The report does not exist or cannot be made of what the letter says. `is_final`: trying again would not help."""

    def __init__(self, why: str, *, is_final: bool) -> None:
        super().__init__(why)
        self.is_final = is_final


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes to Telegram: parameters, and files by the name of their parameter."""

    params: dict[str, Any]
    files: dict[str, Made]


async def pack(params: dict[str, Any], sandbox: Sandbox, folder: Path = Path()) -> Parcel:
    """Make what the letter carries as `{"report": name, "args": {...}, "files": {...}}`; `files`: by argument, the path
    below `folder` of a picture that is kept there. Raises CannotMake."""
    wanted = {name: value for name, value in params.items() if isinstance(value, dict) and "report" in value}
    if not wanted:
        return Parcel(params, {})
    files = {name: await _make(value, sandbox, folder) for name, value in wanted.items()}
    return Parcel({name: value for name, value in params.items() if name not in files}, files)


async def _make(told: Mapping[str, Any], sandbox: Sandbox, folder: Path) -> Made:
    files = {name: str((folder / path).absolute()) for name, path in (told.get("files") or {}).items()}
    job = {"report": str(told["report"]), "args": told.get("args") or {}, "files": files}
    try:
        made, content = await sandbox.do("report", job)
    except (Refused, OSError) as error:
        is_final = isinstance(error, Refused) and not isinstance(error, Died)
        raise CannotMake(f"{told['report']}: {error}"[:300], is_final=is_final) from error
    return Made(made["filename"], made["mime"], content)
