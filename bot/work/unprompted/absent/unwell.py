"""Whoever is told of danger here and says that they are ill or away: it is recorded as any absence, so that the next
call goes to the next reader at once, and whoever waits for them hears that they cannot come."""

import re
from datetime import timedelta

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.usulan.danger_words import PLAIN, once
from bot.work.tasks import away
from bot.work.unprompted.absent import leave
from bot.work.usulan.dangers import answered, danger, whose
from bot.work.usulan.reader_choice import READERS
from bot.work.visit import Visit

_LONGEST = 25  # words
_UNTOLD = timedelta(days=2)  # where they name no day
_CLAUSE = re.compile(r"[,.;!\n]")


async def take(visit: Visit, heard: Heard) -> bool:
    """Their words may name others, and go to no caller. Whoever is in danger themselves is helped as well."""
    if not isinstance(heard, Typed) or not _is_meant(visit, heard.text):
        return False
    standing = [one[0] for one in await whose.standing(visit)]
    if not standing and (leave.is_meant(visit, heard) or _hands_over(visit, heard.text)):
        return False
    await answered.excuse(visit, standing)
    told = leave.spell_in(visit, heard.text).over
    over = told if told is not None and told > visit.today else visit.today + _UNTOLD
    if danger.called(visit.office, heard.text):
        async with visit.ask() as connection:
            await away.leave(visit.round(connection), visit.me.id, over)
        return False
    await leave.go(visit, over, None, heard.text)
    return True


def _is_meant(visit: Visit, text: str) -> bool:
    reads = any(one.role in READERS for one in visit.grants)
    if not reads or "?" in text or len(text.split()) > _LONGEST or leave.says_back(visit, text):
        return False
    return any(_is_own(visit, one) for one in _CLAUSE.split(text))


def _hands_over(visit: Visit, text: str) -> bool:
    """ "Undangannya kasi ke Uleng saja, saya sakit" is an errand, and why."""
    told, said = visit.office.catalog.world.handing_tasks, PLAIN.findall(key_of(text))
    return not (told["serahkan"] | told["kasi"]).isdisjoint(said)


def _is_own(visit: Visit, clause: str) -> bool:
    """ "Sa sakit typus", "di rumah sakit saya"; not "saya bawa ke rumah sakit", "istri saya opname", "sapi kami sakit"
    nor "saya tidak sakit": whoever it is begins the clause."""
    plain = visit.office.plain
    said = " ".join(PLAIN.findall(key_of(clause)))
    others = {*plain("bahaya.kata_orang_lain").split(), *plain("bahaya.kata_serumah").split()}
    if not others.isdisjoint(said.split()):
        return False
    if once(tuple(plain("bahaya.kata_dirawat").split(" | "))).search(said):
        return True
    left = said.replace(plain("bahaya.kata_tempat_sakit"), " ")
    ill = once(tuple(plain("bahaya.kata_tak_sehat").split(" | "))).search(left)
    if ill is None:
        return False
    front, behind = left[: ill.start()].split(), left[ill.end() :].split()[:1]
    own, world = {*plain("bahaya.kata_diri").split()}, visit.office.catalog.world
    small = world.nodding | visit.office.catalog.danger.polite | {*world.spellings.common.politely}
    begun = [word for word in front if word in own or word not in small]
    if not {*plain("bahaya.kata_ingkar").split(), *world.spellings.common.no}.isdisjoint(front):
        return False
    return begun[0] in own if begun else not own.isdisjoint([*front, *behind])
