"""Who reads, as an answer may tell it: those of the desa, unless what the asker brought is read by others."""

from collections.abc import Sequence
from typing import Any

from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.forms.world import Reader
from bot.core.spelt import one_of
from bot.work.answering import own_readers
from bot.work.answering.ground import Ground, fact
from bot.work.answering.whereabouts import role_of, sort_of
from bot.work.people.people import has_consented
from bot.work.usulan.dangers import closed
from bot.work.usulan.dangers.unsigned import own_name
from bot.work.usulan.usulan import FORM as USULAN

NAMED = 3


@fact
async def punya(ground: Ground) -> list[dict[str, Any]]:
    """Who reads what the asker brought or is telling, one by one, the newest first; of the place that was named."""
    found = await own_readers.matters(ground.visit)
    told = [one for one in found if one.desa and (one.desa == ground.desa or not ground.named)]
    return [
        {
            "nomor": one.number,
            "pembaca": names(one.readers),
            "dibaca": one.read,
            "sendiri": one.alone,
            "tertutup": one.closed,
        }
        for one in told[:NAMED]
    ]


@fact
async def perangkat(ground: Ground) -> str:
    """Of whom in the desa it is asked, who reads nothing by their office: as they were called."""
    offices = ground.visit.office.catalog.world.seen_by.get("perangkat", frozenset())
    found = one_of(offices).search(ground.text) if offices and ground.text else None
    return found[0] if found is not None else ""


@fact
async def tertutup(ground: Ground) -> bool:
    """Whether what the asker brought or is telling there is read by few, and never aloud."""
    own = await own_readers.deciding(ground.visit, ground.desa)
    return own is not None and own.closed


@fact
async def menolong(ground: Ground) -> list[dict[str, str]]:
    """Whom to call, where the asker has told of what nobody near is to know."""
    own = await own_readers.deciding(ground.visit, ground.desa)
    return [{"nama": one.name, "nomor": one.number} for one in (own.call if own else ())]


@fact
async def pembaca(ground: Ground) -> list[str]:
    """The names of who reads there, as a receipt has them; never how they are reached."""
    return [reader.name for reader in (await _readers(ground))[:NAMED]]


@fact
async def jalan(ground: Ground) -> str:
    """How whoever is named here is asked: `sendiri`, it is who asks; `tanya`, by the button below; empty, nobody can be
    asked by them. By the button whoever reads in their own desa is asked."""
    readers = () if ground.desa and not sort_of(ground.desa) else await _readers(ground)
    if not readers:
        return ""
    if readers[0].id == ground.visit.me.id:
        return "sendiri"
    own = await own_readers.deciding(ground.visit, ground.desa)
    is_near = own is not None and own.delicate and not own.alone
    return "tanya" if has_consented(ground.visit) and not is_near else ""


@fact
async def peran(ground: Ground) -> Words | str:
    """What these are."""
    readers = await _readers(ground)
    return role_of(readers[0].role, ground.desa) if readers else ""


@fact
async def suara(ground: Ground) -> str:
    """Whose voice it is that is being told, where it is not their own."""
    return str((_draft(ground).about.get("suara") or {}).get("name", ""))


@fact
async def di_cerita(ground: Ground) -> bool:
    """Whether their own name stands in what is being told."""
    told = [*closed.texts({key: one.value for key, one in _draft(ground).answers.items()})]
    return any(own_name(ground.visit, told).search(text) for text in told)


def _draft(ground: Ground) -> State:
    draft = ground.visit.conversations.get(USULAN)
    return State.from_json(draft.state) if draft is not None else State(USULAN, "")


async def _readers(ground: Ground) -> Sequence[Reader]:
    """Those of the desa, unless what the asker brought or is telling there is read by others."""
    own = await own_readers.deciding(ground.visit, ground.desa)
    if own is not None and own.closed:
        return own.readers
    return (await own_readers.there(ground.visit, ground.desa)).nearest if ground.desa else ()


def names(readers: Sequence[Reader]) -> str:
    return ", ".join(reader.name for reader in readers[:NAMED])
