"""After despair or violence: whether a facilitator of the kecamatan may be told, and a way on for whenever the person
wants. Only a yes tells anybody.
"""

from collections.abc import Mapping
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.wilayah import KECAMATAN
from bot.store.queues import notices
from bot.work.saying.keyboard import Key, keyboard, press
from bot.work.usulan.dangers.closed import APART
from bot.work.usulan.dangers.danger_told import Alert, nearest, tell
from bot.work.usulan.reader_choice import PRIVATE, READERS
from bot.work.visit import Visit

_ANSWERS = {"ya": "g:ya:", "tidak": "g:jangan", "cerita": "m:cerita:"}
_LONGEST = 5  # words; what is longer tells something
_SHORT = 60  # characters: likewise
_ROLES = READERS[1:]  # violence is told of so widely that nobody is found out


async def ask(visit: Visit, case: str, answers: Mapping[str, Any], subject: str, *, apart: bool = False) -> None:
    """`subject`: for what a facilitator is told once. Where there is nobody to tell, only the way on is said. `apart`:
    the words became nothing, unless they say that they are to be told."""
    place = answers.get(KECAMATAN)
    readers = await nearest(visit, str(place["code"]), _ROLES) if place else []
    if not place or not readers:
        show_way_on(visit, apart=apart)
        return
    wilayah = str(place["code"])
    notices.remember(visit.turn, visit.me.id, notices.DANGER_ASKED, _about(wilayah, subject))
    yes = (visit.text("bahaya.tombol_ya"), press("g", "ya", case, wilayah, subject))
    keys = keyboard([yes, (visit.text("bahaya.tombol_jangan"), "g:jangan")], *_ways_on(visit, apart=apart))
    may_we = visit.text("bahaya.boleh_kabari", nama=readers[0][1])
    visit.send(f"{may_we}\n\n{visit.text('bahaya.lanjut', terpisah=apart)}", keys)


def show_way_on(visit: Visit, *, apart: bool) -> None:
    """Nothing of consent or forms: only that they may go on, and that these words may be told where they want it."""
    visit.say("bahaya.lanjut", keyboard(*_ways_on(visit, apart=apart)), terpisah=apart)


def _ways_on(visit: Visit, *, apart: bool) -> list[list[Key]]:
    bring = [[(visit.text("bahaya.tombol_sampaikan"), f"m:cerita:{visit.heard_in}")]] if apart else []
    return [[(visit.text("tombol_lanjutkan"), "m:lanjut")], *bring]


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button, where nothing but a yes or a no is typed right under the question whether somebody may be
    told."""
    if not isinstance(heard, Typed):
        return None
    is_open = any({PRIVATE, APART} & draft.state.get("about", {}).keys() for draft in visit.conversations.values())
    answer = "cerita" if _is_to_be_told(visit, heard.text) else _answered(visit, heard.text) if is_open else None
    if answer not in _ANSWERS:
        return None
    last = next(iter(await visit.letters()), None)
    keys = [data for _, data in (last.keys if last is not None else ())]
    return next((data for data in keys if data.startswith(_ANSWERS[answer])), None)


def _is_to_be_told(visit: Visit, text: str) -> bool:
    """ "Mau saya sampaikan", "itu usulan saya": nothing but that."""
    deeds, around = (set(visit.text(f"bahaya.kata_{name}").split()) for name in ("sampaikan", "sekitar"))
    said = key_of(text).split() if len(text) < _SHORT else []
    return bool(deeds.intersection(said)) and deeds | around >= set(said)


def _answered(visit: Visit, text: str) -> str | None:
    """ "Iye kabari mi bu", "jangan": a yes or a no, with the button's own words and polite ones around it."""
    world, said = visit.office.catalog.world, key_of(text).split()
    if (whole := world.words.get(" ".join(said))) in _ANSWERS or len(said) > _LONGEST:
        return whole
    no = {*key_of(visit.text("bahaya.tombol_jangan")).split()}
    asked = {*key_of(visit.text("bahaya.tombol_ya")).split()} - world.words.keys()
    rest = [word for word in said if word not in asked | world.oneself | world.nodding]
    if not rest:
        return "ya" if asked.intersection(said) else None
    acts = visit.acts(" ".join("tidak" if word in no else word for word in rest), "yes_no")
    names = {act.name for act in acts.done}
    return names.pop() if len(names) == 1 and not acts.left else None


async def agree(visit: Visit, case: str, wilayah: str, subject: str) -> None:
    """*Ya, kabari*: whoever was asked about this place says yes; a button of anybody else is worth nothing."""
    asked = next((one for one in visit.office.catalog.danger.cases if one.key == case and one.tell == "tanya"), None)
    known = await visit.ask_once(notices.was_told, visit.me.id, notices.DANGER_ASKED, _about(wilayah, subject))
    if asked is None or not known:
        visit.stale()
        return
    name = visit.office.catalog.places.scope_name(wilayah)
    told = await tell(visit, await nearest(visit, wilayah, _ROLES), Alert(asked, subject, name))
    visit.say("bahaya.ya" if told else "bahaya.ya_tidak_ada", nama=told)


def refuse(visit: Visit) -> None:
    """*Jangan*: nobody is told."""
    visit.say("bahaya.jangan")


def _about(wilayah: str, subject: str) -> str:
    """Says where and when, and not what of: what a person suffers stands in no list."""
    return f"{wilayah}:{subject}"
