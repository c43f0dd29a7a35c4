"""What a villager says of an usulan that they brought, and that is no other story: they moved away, want to ask
something in a sentence of their own, or that somebody is told something. It is answered, or handed on to whoever reads
there."""

import re
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from bot.core.deciding.states import DECIDED
from bot.core.flow.heard.first_words import told_beside
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.records import Usulan
from bot.core.understanding.where.hamlets import tells_something
from bot.work import home
from bot.work.answering import own_readers, questions, topics
from bot.work.answering.acts import QUESTION
from bot.work.answering.answers import answer
from bot.work.answering.reader_facts import names
from bot.work.people.people import has_consented
from bot.work.unprompted import nothing_open
from bot.work.usulan import checked, kabar, usulan, withdrawn
from bot.work.visit import Visit

_WORDS, _SENTENCES = re.compile(r"\w+"), re.compile(r"[.!\n]+")
_ONLY_MOVES = 9  # words that say no more than that
_FEWEST = 3  # words of a question behind "mau tanya"
_HOW_FAR, _LONGEST = "tanya_status", 9  # words that ask for it
_ANGRY, _THANKS = "marah", "terima_kasih"
_COUNTED = frozenset({"orang", "ukuran"})  # kinds of questions
_SHORTEST = 3  # letters of a word by which an usulan is known
_NAMED = 2  # words among which the name stands, and at least so many behind them


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    if not isinstance(heard, Typed) or not has_consented(visit) or home.has_work(visit):
        return False
    tell = next((tell for is_said, tell in _MATTERS if is_said(visit, heard.text)), None)
    if tell is None or nothing_open.is_plain(visit, heard):
        return False
    mine = await withdrawn.others(visit)
    return bool(mine) and await tell(visit, heard.text, mine)


def asks_to_see(visit: Visit, heard: Typed | Sent) -> bool:
    """ "Bukan, saya mau liat yang sudah saya kirim": nothing but that, of somebody who brings usulan."""
    if not isinstance(heard, Typed) or not has_consented(visit) or home.has_work(visit):
        return False
    world, spoken = visit.office.catalog.world, {*_WORDS.findall(heard.text.lower())}
    known = world.own_matters
    theirs = known["usulan"] | known["terkirim"]
    beside = known["melihat_iringan"] | world.oneself | world.nodding
    return (
        not known["lihat"].isdisjoint(spoken) and bool(theirs & spoken) and spoken <= known["lihat"] | theirs | beside
    )


async def _say_moved(visit: Visit, text: str, mine: Sequence[Usulan]) -> bool:
    """And how far theirs is, where they ask. Who reads there gets their words; nobody waits for an answer to them."""
    told = [usulan.number_of(visit.office, one, visit.now) for one in mine]
    readers = next((each.readers for each in await own_readers.matters(visit) if each.number == told[0]), ())
    handed = await questions.hand_on(visit, text, mine[0].desa, is_asked=False)
    visit.say("usulan_pindah", nama=visit.me.name, nomor=told, pembaca=names(readers), kepada=handed.to)
    asked = [act.name for act in visit.acts(text, "idle").done if act.name.startswith(QUESTION)]
    if asked or _asks_how_far(visit, text):
        await answer(visit, _HOW_FAR, text)
    return True


async def _say_yes(visit: Visit, _text: str, _mine: Sequence[Usulan]) -> bool:
    visit.say("usulan_pindah_iya", nama=visit.me.name)
    return True


async def _say_heard(visit: Visit, text: str, mine: Sequence[Usulan]) -> bool:
    """To who is angry, or glad, about what became of theirs; how far it is, where they ask. False before any result."""
    known, spoken = visit.office.catalog.world.own_matters, {*_WORDS.findall(text.lower())}
    if not any(one.status in DECIDED for one in mine):
        return False
    asks = "?" in text or not known["selesai"].isdisjoint(spoken)
    act = _ANGRY if not known["kecewa"].isdisjoint(spoken) else _HOW_FAR if asks else _THANKS
    return await answer(visit, act, text)


async def _hand_on(visit: Visit, text: str, mine: Sequence[Usulan]) -> bool:
    await questions.say_handed(visit, text, mine[0].desa)
    return True


async def _say_how_far(visit: Visit, text: str, mine: Sequence[Usulan]) -> bool:
    """False where none of theirs tells of it; a number that is named is that one, whosever it is."""
    told = _asks_how_far(visit, text)
    if (number := kabar.number_in(visit.office, told)) is not None:
        await kabar.tell(visit, *number)
        return True
    if visit.turn.is_asked and _answers_too(visit, text):
        return False
    return _is_of(visit, told, mine) and await answer(visit, _HOW_FAR, text)


def _answers_too(visit: Visit, text: str) -> bool:
    """ "Kira2 1 kilo, sa juga mau tanya kapan dikerjakan", of somebody who was asked something."""
    acts = visit.acts(text, "idle")
    return bool(acts.done) and bool(told_beside(acts, text, visit.office.catalog.world))


def _is_of(visit: Visit, told: str, mine: Sequence[Usulan]) -> bool:
    """ "Bak air" of the one that tells of it."""
    world, spoken = visit.office.catalog.world, key_of(told).split()
    known = world.topics["yang"] | world.own_matters["usulan"] | world.oneself | world.nodding | world.leading_in
    words = [word for word in spoken if len(word) >= _SHORTEST and word not in known]
    return any(topics.tells(one, [word]) for one in mine for word in words)


async def asks_how_far(visit: Visit, heard: Typed) -> bool:
    """ "Makasih, lampunya bagaimana": one of theirs is asked about, whatever waits for an answer."""
    told = _asks_how_far(visit, heard.text)
    return bool(told) and not home.has_work(visit) and _is_of(visit, told, await withdrawn.others(visit))


async def _say_it_stands(visit: Visit, text: str, mine: Sequence[Usulan]) -> bool:
    """False where that number stands in none of theirs: then it puts one right."""
    number, flow = next(filter(str.isdecimal, key_of(text).split())), visit.office.catalog.flows[usulan.FORM]
    for one in mine:
        for question in (each for each in flow.questions if each.kind in _COUNTED):
            shown = visit.office.shown(usulan.FORM, question.key, one.answers.get(question.key), one.answers)
            if number in _WORDS.findall(f"{shown} {one.answers.get(question.key)}"):  # the sum of both, too
                told: dict[str, Any] = {
                    "nomor": usulan.number_of(visit.office, one, visit.now),
                    "judul": question.title,
                    "isi": shown,
                }
                visit.say("angka_memang_begitu", nama=visit.me.name, **told)
                return True
    return False


async def _pass_on(visit: Visit, text: str, mine: Sequence[Usulan]) -> bool:
    """To the one who is named, where they read there; to whoever is nearest where only their office is."""
    called, desa = _passed_on(visit, text), mine[0].desa
    is_office = not visit.office.catalog.world.own_matters["pembaca"].isdisjoint(key_of(called).split())
    if not is_office and not await questions.named_reader(visit, desa, called):
        return False
    await questions.say_handed(visit, text, desa, called)
    return True


async def _say_what_was_seen(visit: Visit, text: str, mine: Sequence[Usulan]) -> bool:
    """What whoever looked at it wrote, and that their question goes on; False where nobody has looked."""
    for one in mine:
        check = await checked.newest(visit, one)
        if check is not None and not check.is_open:
            handed = await questions.hand_on(visit, text, one.desa)
            number, day = usulan.number_of(visit.office, one, visit.now), visit.office.day(check.closed_at or visit.now)
            visit.say("usulan_kenapa_beda", nomor=number, hari=day, alasan=check.reason or "", kepada=handed.to)
            return True
    return False


def _wonders(visit: Visit, text: str) -> bool:
    """ "Saya kan 200 meter, kenapa jadi 120"."""
    world = visit.office.catalog.world
    spoken = {*_WORDS.findall(text.lower())}
    asks = not world.asking_why["kata"].isdisjoint(spoken) and not world.own_matters["berubah"].isdisjoint(spoken)
    return asks and (any(map(str.isdecimal, spoken)) or not world.own_matters["usulan"].isdisjoint(spoken))


def _moves_away(visit: Visit, text: str) -> bool:
    """ "Saya sudah pindah ke Makassar, usulan saya bagaimana", "saya sudah pindah ke desa Boiya ikut suami"; "itu tanya
    ke ibu kader saja" behind it says who follows it there."""
    known, spoken = visit.office.catalog.world.own_matters, {*_WORDS.findall(text.lower())}
    said, *behind = _SENTENCES.split(text)
    follows = any(not known["diikuti"].isdisjoint(_WORDS.findall(each.lower())) for each in behind)
    told, only = (said, {*_WORDS.findall(said.lower())}) if follows else (text, spoken)
    moves = all(not known[part].isdisjoint(spoken) for part in ("pindah", "sendiri"))
    is_all = len(only) <= _ONLY_MOVES and not tells_something(told, visit.office.catalog.world)
    return moves and ((is_all and not known["pindah"].isdisjoint(only)) or not known["usulan"].isdisjoint(spoken))


def _confirms(visit: Visit, text: str) -> bool:
    """ "Yg 45 itu betul": a number, and nothing but that it is right."""
    known, spoken = visit.office.catalog.world.own_matters, key_of(text).split()
    numbers = [word for word in spoken if word.isdecimal()]
    others = {*spoken} - {*numbers}
    is_right = not known["membenarkan"].isdisjoint(others) and others <= known["angka_itu"] | known["membenarkan"]
    return len(numbers) == 1 and len(others) > 1 and is_right


def _reacts(visit: Visit, text: str) -> bool:
    """ "Penipu semua!", "alhamdulillah sudah jadi jembatannya?"."""
    known, spoken = visit.office.catalog.world.own_matters, _WORDS.findall(text.lower())
    return len(spoken) <= _LONGEST and not (known["kecewa"] | known["senang"]).isdisjoint(spoken)


def _nods(visit: Visit, text: str) -> bool:
    """ "Iya betul pindah ma": that they moved, and nothing else."""
    known, spoken = visit.office.catalog.world.own_matters, {*_WORDS.findall(text.lower())}
    return not known["pindah"].isdisjoint(spoken) and spoken <= known["pindah"] | known["membenarkan"]


def _asks_how_far(visit: Visit, text: str) -> str:
    """In "sampai mana jalan tani", "yang timbangan bagaimana" what it is about."""
    known, said = visit.office.catalog.world.own_matters, key_of(text)
    lead = begun_with(text, known["sampai_mana"])
    if not lead and not _FEWEST <= len(said.split()) <= _LONGEST:
        return ""
    end = next((one for one in known["bagaimana"] if said.endswith(f" {one}")), "")
    if len(said.split()) > _LONGEST or not (lead or end):
        return ""
    return text[len(lead) :].strip() if lead else said.removesuffix(end).strip()


def _passed_on(visit: Visit, text: str) -> str:
    """In "sampaikan ke pak rahman tolong datang lihat" the words in which the name stands; empty where there are none,
    or no more than those."""
    known, world = visit.office.catalog.world.own_matters, visit.office.catalog.world
    lead = begun_with(text, known["sampaikan"])
    words = [word for word in text[len(lead) :].split() if key_of(word) not in world.oneself] if lead else []
    return " ".join(words[:_NAMED]) if len(words) > _NAMED else ""


def _asks(visit: Visit, text: str) -> bool:
    """ "Mau tanya kenapa bukan mendesak, anak-anak butuh lapangan": what no answer of ours knows."""
    lead = begun_with(text, visit.office.catalog.world.own_matters["tanya"])
    return bool(lead) and len(text.split()) - len(lead.split()) >= _FEWEST and not visit.acts(text, "idle").done


#: What may be said of it, and what becomes of that, in this order.
_MATTERS: Sequence[
    tuple[Callable[[Visit, str], object], Callable[[Visit, str, Sequence[Usulan]], Coroutine[Any, Any, bool]]]
] = (
    (_moves_away, _say_moved),
    (_wonders, _say_what_was_seen),
    (_nods, _say_yes),
    (_confirms, _say_it_stands),
    (_reacts, _say_heard),
    (_asks, _hand_on),
    (_asks_how_far, _say_how_far),
    (_passed_on, _pass_on),
)
