"""The answer to what somebody asks, thanks for, complains of: the sentence of the act's own name, with what is true now
for who asks. An editor adds an answer by writing its sentence."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.core.forms.writing import key_of
from bot.core.records import WITHDRAWN
from bot.core.spelt import one_of
from bot.core.understanding.in_writing import IN_WRITING, tells_of_it
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.answering import explaining, questions, whereabouts
from bot.work.answering.acts import OTHERS, QUESTION, QUESTIONS
from bot.work.answering.correcting import menu_key
from bot.work.answering.facts import told_in
from bot.work.answering.ground import FACTS, Ground
from bot.work.lessons import looked_for
from bot.work.office import Office
from bot.work.people import ages, guardians
from bot.work.people.people import has_consented
from bot.work.people.rights import choices
from bot.work.places import asked
from bot.work.saying.keyboard import keyboard
from bot.work.usulan.dangers import closed
from bot.work.usulan.voices import unnamed
from bot.work.visit import Visit

#: What no answer of ours may settle: the facilitator can be asked.
_UNSETTLED = frozenset(
    {
        "tanya_boleh_apa",
        "tanya_dikerjakan",
        "tanya_dilihat",
        "tanya_ikut",
        "tanya_orang",
        "tanya_pribadi",
        "tanya_rapat",
        "tanya_batas",
        "tanya_swakelola",
        "tanya_tahun_lalu",
        "tanya_tempat_lain",
        "tanya_uang",
        "marah",
    }
)
#: Asked of a place, whose name may stand behind a bare "di".
_OF_PEOPLE, _OF_MEETINGS = "tanya_orang", "tanya_rapat"
_SENT, _ANYTHING = "tanya_terkirim", "tanya_lain"
_BORROWED, _FOR_SOMEBODY, _NOT_THERE = "pinjam_hp", "tanya_titip", "bukan_musyawarah"
_USULAN = "usulan"
#: Forms in which whose voice it is is being told.
_FOR_ANOTHER = frozenset({"titip", "suara"})
#: Explained at length, and not twice running.
_EXPLAINING = frozenset({"tanya_tahun_lalu", "marah"})
_OF_PLACES = frozenset({_OF_MEETINGS, _OF_PEOPLE})
#: After which it is offered to begin, when nothing is open.
_HARD_TO_WRITE, _IN_WRITING = "susah_tulis", "tulis_saja"
_BEGINNING = frozenset({"salam", "tanya_cara", "tanya_syarat", "tanya_siapa_boleh", "tanya_musrenbang", _HARD_TO_WRITE})


@dataclass(frozen=True, slots=True)
class More:
    """What comes with an answer beside the facts."""

    values: Mapping[str, Any] = field(default_factory=dict)
    markup: dict[str, Any] | None = None


def is_answered(office: Office, act: str) -> bool:
    """Whether there is an answer to it: its sentence."""
    return (act.startswith(QUESTION) or act in OTHERS) and act in office.catalog.texts


async def answer(visit: Visit, act: str, text: str) -> bool:
    """Say the true answer; False when this act is none of ours. Nothing of it becomes an answer to a form."""
    is_deaf = act in (_HARD_TO_WRITE, _BORROWED) and tells_of_it(text, visit.office.catalog.world)
    if is_deaf or (act == _HARD_TO_WRITE and _is_answered_in_writing(visit)):
        act = _IN_WRITING
    if not is_answered(visit.office, act):
        return False
    if act in _BEGINNING and conversation.is_asked(visit, questions.ASKING):
        return False  # who asks the facilitator has begun long ago
    if act == ages.YOUNG and (
        guardians.is_told_of_another(visit) or ages.is_grown(visit.office, text) or await guardians.hold(visit, text)
    ):
        return True  # "umur saya sudah 74" tells an age, and asks for nothing
    if act == _BORROWED and _is_taught(visit.office, text):
        visit.say("hp_sendiri")
        return True
    if act == _SENT and await _was_never_sent(visit, text):
        visit.say("bahaya.belum_dikirim")
        return True
    is_free = act == _ANYTHING and conversation.open_conversation(visit) is None  # else its place is asked there
    if await tell_family(visit, text, "siapa") or (is_free and await questions.ask_where(visit, text)):
        return True
    named = whereabouts.named(visit, text, by_name=act in _OF_PLACES, above=act in _OF_PLACES)
    each = asked.told_in(visit, text, [visit.office.catalog.places.kabupaten.code]) if act in _OF_PLACES else []
    meant = named or await whereabouts.meant(visit, text, above=act == _OF_MEETINGS)
    for place in each if len(each) > 1 else [meant]:
        await _tell(Ground(visit, place, bool(named) or len(each) > 1, text), act)
    return True


async def _tell(ground: Ground, act: str) -> None:
    visit, text = ground.visit, ground.text
    more = await _DEEDS[act](visit, text) if act in _DEEDS else await _way_on(ground, act)
    if act in _EXPLAINING and explaining.is_told_again(visit, act):
        visit.say("sudah_dijelaskan", more.markup, nama=visit.me.name)
    else:
        visit.say(act, more.markup, **await told_in(act, ground), **more.values)


def _is_answered_in_writing(visit: Visit) -> bool:
    """Nobody who does not hear is sent to the microphone."""
    draft = conversation.open_conversation(visit)
    return draft is not None and bool(draft.state.get("about", {}).get(IN_WRITING))


async def tell_family(visit: Visit, text: str, sort: str = "punya") -> bool:
    """ "Sy anaknya ibu Hawa, bagaimana usulan ibu": it is opened by its number, as anybody's. Whatever is open, "mau
    tanya usulannya mamaku, bu hawa di jambu" is no story: theirs (`punya`) is named right behind it."""
    if allowed(command("periksa"), visit.grants):
        return False  # whoever reads usulan asks about somebody's, "mama hawa" is no kin of theirs
    words, spoken = visit.office.catalog.world.of_the_family, re.findall(r"\w+", text.lower())
    if words["usulan"].isdisjoint(spoken) or words["tanya"].isdisjoint(spoken):
        return False
    behind = {word for at, one in enumerate(spoken) if one in words["usulan"] for word in spoken[at + 1 : at + 3]}
    if words[sort].isdisjoint(spoken if sort == "siapa" else behind):
        return False
    desa = whereabouts.named(visit, text, by_name=True) or await whereabouts.meant(visit, text)
    visit.say("usulan_keluarga", pembaca=await FACTS["pembaca"](Ground(visit, desa, False, text)))
    return True


async def _was_never_sent(visit: Visit, text: str) -> bool:
    """ "Yang tentang suami saya tadi terkirim tidak", where nothing that was sent tells of it."""
    named = set(visit.text("bahaya.kata_orang").split()).intersection(key_of(text).split())
    if not named:
        return False
    mine = await visit.look_up(stored.of_person, visit.me.id)
    told = "\n".join(part.lower() for one in mine for part in closed.texts(one.answers))
    return not any(closed.is_delicate(visit.office, one.answers) for one in mine) and not any(w in told for w in named)


def _is_taught(office: Office, text: str) -> bool:
    """ "Cucu yang ajar pakai hp": who was taught to use it uses their own."""
    taught = office.catalog.world.taught
    said = f" {key_of(text)} "
    tells, borrows = (any(f" {word} " in said for word in taught[sort]) for sort in ("kata", "pinjam"))
    return tells and not borrows


async def _way_on(ground: Ground, act: str) -> More:
    """To whoever reads there, where there is somebody, or to an usulan."""
    visit = ground.visit
    may_ask = not ground.desa and act not in _OF_PLACES and has_consented(visit)  # then the place is asked, too
    if act in _UNSETTLED and (may_ask or await FACTS["jalan"](ground) == "tanya"):
        begins = f"n:tanya:{ground.desa}" if ground.desa else "n:tanya"
        return More(markup=keyboard([(visit.text("tombol_tanya_fasilitator"), begins)]))
    if act in _BEGINNING and conversation.open_conversation(visit) is None:
        bring = [(visit.text("tombol_usulan_baru"), "m:baru")]
        return More(markup=keyboard(*looked_for.rows_about(visit, ground.text), bring))
    return More()


async def _hand_on(visit: Visit, text: str) -> More:
    return More(questions.told_of(await questions.hand_on(visit, text)))


async def _take_name_off(visit: Visit, text: str) -> More:
    """It holds for what is told later, too."""
    count, draft, gone = await unnamed.mark(visit, unnamed=True, words=text)
    return More({"jumlah": count, "dalam_isian": draft, "diganti": ", ".join(gone)}, undo_name_off(visit))


def undo_name_off(visit: Visit) -> dict[str, Any]:
    return keyboard([(visit.text("tombol_sebut_nama"), "n:sebut")])


async def put_name_on(visit: Visit) -> None:
    """*Boleh sebut nama saya*: as it was before."""
    await unnamed.mark(visit, unnamed=False)
    visit.say("nama_disebut_lagi", keyboard([(visit.text("tombol_jangan_nama"), "n:jangan")]))


async def take_name_off(visit: Visit) -> None:
    """The same by a button."""
    await answer(visit, "jangan_nama", "")


async def _ask_what_to_erase(visit: Visit, _text: str) -> More:
    """Words alone erase nothing: the buttons of /dataku ask once more."""
    return More(markup=choices(visit))


async def _tell_of_meeting(visit: Visit, _text: str) -> More:
    """What is being told is sent by nobody but them."""
    return More({"terbuka": _USULAN in visit.conversations})


async def _offer_other_voice(visit: Visit, _text: str) -> More:
    """Somebody else's story is told as theirs."""
    if _USULAN not in visit.conversations:
        return More()
    return More(markup=keyboard([(visit.text("tombol_orang_lain"), "v:siapa")]))


async def _tell_how_for_another(visit: Visit, text: str) -> More:
    """Where they are: in the middle of it, of an usulan of their own, or of nothing."""
    draft = conversation.open_conversation(visit)
    is_here = draft is not None and draft.flow in _FOR_ANOTHER
    more = More() if is_here else await _offer_other_voice(visit, text)
    return replace(more, values={"di_sini": is_here, "usulan": more.markup is not None})


async def _offer_change(visit: Visit, _text: str) -> More:
    """Of what was brought last, while no form is open in which it would be answered."""
    if conversation.open_conversation(visit) is not None:
        return More()
    newest = await visit.look_up(stored.of_person, visit.me.id, 1)
    return More(markup=menu_key(visit, newest[0])) if newest and newest[0].status != WITHDRAWN else More()


async def _tell_what_is_gone(visit: Visit, text: str) -> More:
    """ "Sdh hilang betul?" asks for what is to stand there no more, and not whether it arrived."""
    gone = one_of(visit.office.catalog.world.taking_out["hilang"])
    return More(values={"dihapus": gone.search(text) is not None})


_DEEDS: Mapping[str, Callable[[Visit, str], Awaitable[More]]] = {
    _ANYTHING: _hand_on,
    "juru_isyarat": _hand_on,
    "jangan_nama": _take_name_off,
    _NOT_THERE: _tell_of_meeting,
    "hapus_data": _ask_what_to_erase,
    _BORROWED: _offer_other_voice,
    "nama_tercatat": _offer_other_voice,
    _FOR_SOMEBODY: _tell_how_for_another,
    "tanya_ubah": _offer_change,
    _SENT: _tell_what_is_gone,
}
#: What the sentence of an act may name: all facts, and what comes with that act alone.
_HANDED = ("kepada", "sebagai", "penuh", "pribadi", "hubungi")
_OWN = {_ANYTHING: _HANDED, "juru_isyarat": _HANDED, "jangan_nama": ("jumlah", "dalam_isian", "diganti")}
_OWN |= {_SENT: ("dihapus",), _NOT_THERE: ("terbuka",)}
_OWN[_FOR_SOMEBODY] = ("di_sini", "usulan")


def needed() -> dict[str, frozenset[str] | None]:
    """Every act's sentence with the values that it may name, for `check`."""
    return {act: frozenset({*FACTS, *_OWN.get(act, ())}) for act in (*QUESTIONS, *OTHERS)}
