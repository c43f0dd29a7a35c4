"""A name that is not to stand in what is told goes out of it: of what is being told at once, and of what was sent by a
correction like any other. It is kept away from what is told later in the same draft. What is told in the same breath is
heard as if it stood alone; what asked for it is stored nowhere."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.correcting import gone_from_sent
from bot.core.flow.correcting.said_to_go import surely_takes_out
from bot.core.flow.rest import FEWEST_WORDS
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.state import State
from bot.core.records import Usulan
from bot.core.spelt import either, one_of
from bot.core.understanding.name_words import all_named, is_of_somebody, titles
from bot.core.usulan import whose_name
from bot.core.usulan.unwritten import Unwritten, may_ask, office_of, only_erases, pattern_of, read, without
from bot.work import conversation
from bot.work.answering import changing, correcting, naming, topics
from bot.work.answering.gone import part_gone
from bot.work.usulan import withdrawn
from bot.work.usulan.dangers.closed import texts
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.voices import kept_names, titip
from bot.work.usulan.voices.unnamed import KEPT_AWAY
from bot.work.visit import Visit

_FORMS = (USULAN, titip.FORM)
_STORY = "cerita"
_LONGEST = 8  # words that only ask that somebody is not named
_CAPITAL = r"(?-i:[A-Z][^\W\d_]+)"


async def heed(visit: Visit, heard: Typed | Sent) -> Typed | Sent | None:
    """What is left to be heard; None where nothing is."""
    state, world = _told_now(visit), visit.office.catalog.world
    if isinstance(heard, Typed):
        heard = replace(heard, text=whose_name.plainly(world, heard.text))
    if not isinstance(heard, Typed) or not may_ask(world, heard.text):
        return covered(visit, heard)
    if state is None:
        return await _of_sent(visit, heard)
    named = (
        naming.named_in(visit.office, heard.text, await withdrawn.others(visit))
        if naming.may_name(visit.office, heard.text)
        else None
    )
    whole, heard = heard, replace(heard, text=named.words) if named is not None else heard
    asked = _read(visit, heard, [str(state.to_json()), *(texts(named.one.answers) if named is not None else ())])
    if asked is None and _ask_whose(visit, heard):
        await conversation.resume(visit)
        return None
    if asked is None:
        return covered(visit, whole)  # with the number that it names
    if named is not None and await _correct(visit, asked, [named.one]) and not _stands(state, asked):
        await conversation.resume(visit)
        return None
    names = (*state.about.get(KEPT_AWAY, ()), *asked.names)
    kept = _take_out(visit, state, _pattern(visit, asked.names))
    conversation.put_in(visit, replace(kept, about={**kept.about, KEPT_AWAY: list(dict.fromkeys(names))}))
    if not await _say_gone(visit, state, kept, asked):
        return None
    if asked.left:
        return covered(visit, replace(heard, text=asked.left))
    await conversation.resume(visit)
    return None


def _stands(state: State, asked: Unwritten) -> bool:
    return pattern_of(asked.names).search(str(state.to_json())) is not None


def covered(visit: Visit, heard: Typed | Sent) -> Typed | Sent:
    """Without the names that were not to stand in what is being told."""
    state = _told_now(visit)
    names = state.about.get(KEPT_AWAY) if state is not None else None
    if not names:
        return heard
    pattern, instead = _pattern(visit, names), visit.text("nama_seseorang")
    if isinstance(heard, Typed):
        return replace(heard, text=pattern.sub(instead, heard.text), html="")
    return replace(heard, caption=heard.caption and pattern.sub(instead, heard.caption), html="")


def _told_now(visit: Visit) -> State | None:
    draft = conversation.open_conversation(visit)
    if draft is not None and draft.flow == correcting.FORM:  # what is put right may be put right in it, too
        draft = visit.conversations.get(USULAN)
    return State.from_json(draft.state) if draft is not None and draft.flow in _FORMS else None


def _read(visit: Visit, heard: Typed, told: Iterable[str]) -> Unwritten | None:
    """Who is called by what they are to the speaker has the name by which they stand in what was told."""
    world, told = visit.office.catalog.world, list(told)
    stands = " ".join(re.findall(r"\w+", " ".join(told).lower()))
    text = whose_name.by_name(world, heard.text, told)
    found = read(world, text, lambda said: f" {said.lower()} " in f" {stands} ")
    is_thing = found is not None and only_erases(world, text) and not is_of_somebody(world, text, found.names, told)
    short = found is None and len(heard.text.split()) <= _LONGEST
    if short and (who := whose_name.meant(world, heard.text)) and f" {who.lower()} " in f" {stands} ":
        return Unwritten((who,), "")  # "jangan tulis nama iparku", who is called so in it
    return None if is_thing else found


def _ask_whose(visit: Visit, heard: Typed) -> bool:
    """Whose name is not to stand there has none in what was told: the speaker's own is not taken for it."""
    world = visit.office.catalog.world
    who, is_nobody = whose_name.meant(world, heard.text), whose_name.nobody_named(world, heard.text)
    if who or is_nobody:
        visit.say("nama_itu_siapa" if is_nobody else "nama_siapa", siapa=who)
    return bool(who) or is_nobody


def _pattern(visit: Visit, names: Sequence[str]) -> re.Pattern[str]:
    """With the office beside a name, and the name beside an office or somebody of the family, "H. Baso iparku": they
    would tell whose that was."""
    world = visit.office.catalog.world
    office = office_of(world)
    of_office = bool(office) and any(re.fullmatch(office, one, re.IGNORECASE) for one in names)
    of_kin = bool(world.others_names) and any(one.lower() in world.others_names["siapa"] for one in names)
    called, capitals = rf"(?:{either(titles(world.spellings))})\.?\s+[^\W\d_]+", rf"(?:\s+{_CAPITAL})*"
    if not of_kin:
        return pattern_of(names, office, capitals if of_office else "")
    ahead = rf"(?:{called}\s+|(?<=[a-z,]\s)(?:{_CAPITAL}\s+){{1,3}})?"
    return pattern_of(names, office, rf"(?:,?\s+{called})?{capitals}", ahead=ahead)


def _offices(visit: Visit, asked: Unwritten, told: Iterable[str]) -> str:
    """That go with the names, as they stand there."""
    pattern, name = _pattern(visit, asked.names), pattern_of(asked.names)
    found = (name.sub("", one[0]).strip(" ,") for text in (*told, asked.left) for one in pattern.finditer(text))
    return ", ".join(dict.fromkeys(filter(None, found)))


def _take_out(visit: Visit, state: State, pattern: re.Pattern[str]) -> State:
    return State.from_json(without(state.to_json(), pattern, visit.text("pengusul_tanpa_nama")))


async def _say_gone(visit: Visit, before: State, now: State, asked: Unwritten) -> bool:
    """Where the names stood; where they stand nowhere in it, they may stand in one that was sent. False: they did, and
    nothing else is said."""
    gone = [key for key, answer in before.answers.items() if answer.value != now.answers[key].value]
    if not gone and before.pending != now.pending:
        gone = [_STORY]
    if not gone and await _correct(visit, asked):
        if not asked.left or len(asked.left.split()) < FEWEST_WORDS:
            await conversation.resume(visit)
            return False
        return True
    titles = {one.key: one.title for one in visit.office.catalog.flows[before.flow].questions}
    spoken = any("voice" in answer.value for answer in before.answers.values() if isinstance(answer.value, dict))
    offices = _offices(visit, asked, [str(before.to_json())])
    parts = ", ".join(titles[key] for key in gone)
    visit.say("nama_dikeluarkan", siapa=", ".join(asked.names), bagian=parts, suara=spoken, jabatan=offices)
    return True


# --- what was sent ---------------------------------------------------------------------------------------------------


async def _of_sent(visit: Visit, heard: Typed) -> Typed | None:
    """What was told as a name goes at once; what else is named goes after a yes, and what is told nowhere is no such
    wish."""
    mine = await withdrawn.others(visit)
    told = [text for one in mine for text in texts(one.answers)]
    asked = _read(visit, heard, told)
    is_name = asked is not None and all_named(visit.office.catalog.world, asked.names, [*told, heard.text])
    if asked is not None and is_name and await _correct(visit, asked, mine):
        return replace(heard, text=asked.left) if len(asked.left.split()) >= FEWEST_WORDS else None
    if mine and (await _take_part_out(visit, heard, mine, asked) or (asked is None and _ask_whose(visit, heard))):
        return None
    return _stands_nowhere(visit, heard, asked) if mine and asked is not None else heard


def _stands_nowhere(visit: Visit, heard: Typed, asked: Unwritten) -> Typed | None:
    """ "Jangan tulis nama iparku", of whom nothing was told: the speaker's own name is not taken for it."""
    if one_of(visit.office.catalog.world.unwriting["nama"]).search(heard.text) is None:
        return heard
    visit.say("nama_siapa", siapa=", ".join(asked.names))
    return replace(heard, text=asked.left) if len(asked.left.split()) >= FEWEST_WORDS else None


async def _take_part_out(visit: Visit, heard: Typed, mine: Sequence[Usulan], asked: Unwritten | None) -> bool:
    """ "Yang soal kades jangan dibacakan": a part of what was sent goes after a yes; of what stands nowhere it is
    said. The usulan in which it is to stand is no part of it, and none is taken back for it."""
    world, waits = visit.office.catalog.world, visit.conversations.get(withdrawn.FORM)
    part = gone_from_sent.part(world, heard.text)
    named = naming.named_in(visit.office, part, mine) if naming.may_name(visit.office, part) else None
    part = named.words if named is not None else part
    is_about = named is not None or waits is not None or gone_from_sent.is_part(world, heard.text)
    if not gone_from_sent.asks_for_part(world, part, is_about=is_about):
        return False
    about = State.from_json(waits.state).about["usulan"] if waits is not None else None
    lately = sorted(await topics.lately(visit), key=lambda one: one.id != about)
    meant = [named.one] if named is not None else lately
    if await changing.propose_in(visit, meant, replace(heard, text=part)):
        return True
    changed = ((one, _changes(visit, one.answers, asked)) for one in meant) if asked is not None else ()
    for one, changes in changed:
        if changes:
            correcting.propose(visit, one, changes)
            return True
    is_said = bool(meant) and (is_about or surely_takes_out(world, part))
    if is_said:
        part_gone.offer(visit, meant[0])
        await conversation.resume(visit)
    return is_said


async def _correct(visit: Visit, asked: Unwritten, mine: Iterable[Usulan] | None = None) -> bool:
    """Wherever it stands in one of theirs; False where it stands in none."""
    changed = [
        (one, _changes(visit, one.answers, asked)) for one in (await withdrawn.others(visit) if mine is None else mine)
    ]
    for one, changes in changed:
        if changes:
            await correcting.carry_out(visit, one, changes)
            kept_names.note(visit, one.id, asked.names)
    return any(changes for _, changes in changed)


def _changes(visit: Visit, answers: Mapping[str, Any], asked: Unwritten) -> dict[str, Any]:
    told = without(dict(answers), _pattern(visit, asked.names), visit.text("pengusul_tanpa_nama"))
    return {key: value for key, value in told.items() if value != answers[key]}
