"""A part of what was sent is to go, and it is not clear which ("itu sy tarik kembali"): its sentences are offered, each
with a button; what was pressed is shown, old and new, before it goes."""

from bot.core.flow.correcting.found_to_go import clauses_told, of_places
from bot.core.flow.correcting.said_to_go import hides_that, is_withdrawn
from bot.core.flow.correcting.sent_corrections import as_sent
from bot.core.flow.scene import Scene
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import in_short
from bot.core.records import Usulan
from bot.work.answering import changing, correcting, topics
from bot.work.saying.keyboard import Key, keyboard
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

_MOST, _LABEL = 6, 40  # sentences; letters of a button


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """ "Itu rahasia pak", "soal utang itu sy tarik"; False where that is not said, or nothing was sent."""
    if not isinstance(heard, Typed):
        return False
    world, mine = visit.office.catalog.world, list[Usulan]()
    points = hides_that(world, heard.text, "jangan", "simpan")
    if points or is_withdrawn(world, heard.text):
        mine = await topics.lately(visit)
    if mine and points:
        number = visit.office.spoken_number(mine[0])
        whole = (visit.text("tombol_tarik_seluruhnya", nomor=number), f"l:tarik:{mine[0].id}")
        visit.say("keluarkan_yang_mana", keyboard(*_keys(visit, mine[0]), [whole]), nomor=number)
    elif mine and not await changing.propose_in(visit, mine, heard):
        offer(visit, mine[0])
    return bool(mine)


def offer(visit: Visit, one: Usulan) -> None:
    """What was named does not stand there."""
    choose = (visit.text("tombol_pilih_ubahan"), f"l:ralat:{one.id}")
    visit.say("mesin.hapus_tidak_tertulis", keyboard(*_keys(visit, one), [choose]))


def _keys(visit: Visit, one: Usulan) -> list[list[Key]]:
    """None of what is not for whoever else looks at this telephone, or where it is one sentence."""
    told = _scene(visit, one)
    spans = list(enumerate(clauses_told(told))) if correcting.subject(visit.office, one) else []
    labels = [(visit.text("tombol.keluarkan_ini", isi=in_short(span.text(told), _LABEL)), at) for at, span in spans]
    return [[(label, f"l:keluar:{one.id}:{at}")] for label, at in labels[:_MOST]] if len(spans) > 1 else []


def _scene(visit: Visit, one: Usulan) -> Scene:
    return as_sent(visit.office.catalog.flows[USULAN], one.answers, visit.office.catalog.world)


async def begin(visit: Visit, usulan_id: int, at: int) -> None:
    """The sentence of this number."""
    found = await topics.own(visit, usulan_id)
    told = _scene(visit, found) if found is not None else None
    spans = clauses_told(told)[at : at + 1] if told is not None else []
    if found is None or told is None or not spans:
        visit.stale()
        return
    for key, text in of_places(told, spans).left.items():
        correcting.propose(visit, found, {key: None if text is None else {**found.answers[key], "text": text}})
