"""What was sent is to be read by somebody else, belongs to another desa, is to lose its photos, or to come back after
it was withdrawn: whoever brought it is asked, and after a yes those whom it concerns are told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core import kinds
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.questions import Ask, Flow, Question, Reading, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.world import Reader, Readers, World
from bot.core.forms.writing import is_question, key_of
from bot.core.places.spelling import fold
from bot.core.records import WITHDRAWN, Usulan
from bot.core.spelt import one_of
from bot.core.understanding.where.hamlets import tells_something
from bot.core.understanding.where.spots import Spot, values_of
from bot.store.deciding import moves
from bot.store.people import people
from bot.store.reading import pictures
from bot.store.usulan import again, events
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.answering import naming, topics, whereabouts
from bot.work.answering.correcting import below, subject
from bot.work.answering.reader_facts import names
from bot.work.people.people import has_consented
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import reader_choice, withdrawn
from bot.work.usulan.dangers import closed
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.usulan import RECORDED, bring, place
from bot.work.usulan.waiting import looked_at
from bot.work.visit import Journey, Visit

FORM, _WHERE = "usulan_jadi", "usulan_desa"
_READER, _BACK, _PLACE, _PICTURES = "pembaca", "kembali", "tempat", "foto"
_LONGEST, _SHORT = 16, 6  # words
_LEVELS = frozenset({"kecamatan", "desa"})


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about; a story that holds such a word is none."""
    world = visit.office.catalog.world
    if not isinstance(heard, Typed) or not has_consented(visit) or len(heard.text.split()) > _LONGEST:
        return False
    said, known = key_of(heard.text), world.own_matters
    if one_of(known["kembalikan"]).search(said):
        return await _ask_back(visit)
    aloud = one_of(known["dibacakan"]).search(said) is not None and not one_of(known["tanpa_dibacakan"]).search(said)
    if aloud or one_of(known["ganti_pembaca"]).search(said):
        return await _ask_reader(visit, heard, aloud=aloud)
    if _shuns(world, heard.text):
        return await _ask_other_reader(visit, heard)
    return await _ask_pictures(visit, heard) or await _ask_place(visit, heard)


def _ask(visit: Visit, one: Usulan, what: str, **about: Any) -> bool:
    told = {"nomor": visit.office.spoken_number(one), "perihal": subject(visit.office, one), **about}
    conversation.start(visit, JOURNEY, about={"usulan": one.id, "apa": what, "isi": told})
    return True


async def _open(visit: Visit, usulan_id: int) -> Usulan | None:
    """As it is now, while no meeting has it and nothing became of it."""
    async with visit.ask() as connection:
        is_mine = await stored.is_of(connection, visit.me.id, usulan_id)
        one = await stored.to_change(connection, usulan_id) if is_mine else None
        moved = one is not None and (await moves.standing(connection, [one.id]))[one.id][1]
    return None if one is None or moved or one.locked_at is not None else one


async def _ask_back(visit: Visit) -> bool:
    """ "Tidak jadi ditarik, kembalikan lagi"."""
    newest = await visit.look_up(stored.of_person, visit.me.id, 1)
    one = next((one for one in newest if one.status == WITHDRAWN), None)
    is_soon = one is not None and one.spoken_at > visit.now - topics.LATELY
    return one is not None and is_soon and _ask(visit, one, _BACK)


async def _ask_reader(visit: Visit, heard: Typed, *, aloud: bool) -> bool:
    """Who tells of violence stays with who reads it."""
    mine = await withdrawn.others(visit)
    apart = [one for one in mine if one.reader_id is not None] if aloud else mine
    named = naming.named_in(visit.office, heard.text, apart)
    one = named.one if named is not None else next(iter(apart), None)
    if one is None or closed.is_delicate(visit.office, one.answers) or await _open(visit, one.id) is None:
        return False
    readers = await reader_choice.readers_of(visit, one.desa, told=True)
    chosen = None if aloud else _named(visit, readers, one, heard)
    _, told = reader_choice.chosen(readers, {"reader": chosen})
    if chosen == one.reader_id or not told:
        visit.say("usulan_jadi_sudah", nomor=visit.office.spoken_number(one), pembaca=names(told))
        return True
    return _ask(visit, one, _READER, pembaca=names(told), pilihan=chosen, dibacakan=chosen is None)


async def _ask_other_reader(visit: Visit, heard: Typed) -> bool:
    """Only where it is said of whom they mean; where nobody else reads there, that is said."""
    mine, question = await withdrawn.others(visit), visit.office.catalog.flows[USULAN].question(reader_choice.QUESTION)
    named = naming.named_in(visit.office, heard.text, mine)
    one = named.one if named is not None else next(iter(mine), None)
    if one is None or question is None or closed.is_delicate(visit.office, one.answers):
        return False
    readers = await reader_choice.readers_of(visit, one.desa, told=True)
    near = {word for reader in readers.nearest for word in key_of(reader.name).split()}
    if not readers.others and not near.isdisjoint(key_of(heard.text).split()):
        told = names(readers.nearest)
        visit.say("usulan_jadi_tunggal", nomor=visit.office.spoken_number(one), pembaca=told)
        return True
    means = isinstance(_read(visit, question, readers, one, heard), Took)
    return means and await _ask_reader(visit, heard, aloud=False)


def _shuns(world: World, text: str) -> bool:
    """ "Jangan pak Rahman yang baca": whoever is named is not to read it. "Jangan lupa baca …" asks for it."""
    seen, spoken = world.seen_by, key_of(text).split()
    at = next((at for at, word in enumerate(spoken) if seen and word in seen["melihat"]), None)
    if at is None or not seen["belum_dibaca"].isdisjoint(spoken[:at]):
        return False
    return one_of(seen["jangan_dia"]).search(text) is not None and not is_question(text, world, free=False)


def _named(visit: Visit, readers: Readers, one: Usulan, heard: Typed) -> int | None:
    """Who is named; where nobody is, whoever does not read it yet."""
    question = visit.office.catalog.flows[USULAN].question(reader_choice.QUESTION)
    if question is None:
        return None
    reading = _read(visit, question, readers, one, heard)
    if isinstance(reading, Took):
        found: int | None = reading.value["reader"]
        return found
    return readers.others[0].id if one.reader_id is None and readers.others else None


def _read(visit: Visit, question: Question, readers: Readers, one: Usulan, heard: Typed) -> Reading:
    lead = one_of(visit.office.catalog.world.own_matters["ganti_pembaca"]).sub(" ", heard.text)
    ask = Ask(question, one.answers, visit.office.world(visit.now).but(readers=readers))
    return kinds.find(question.kind).read(ask, replace(heard, text=lead.strip(" ,.:")))


async def _ask_place(visit: Visit, heard: Typed) -> bool:
    """ "Salah pak, saya di Boiya Maiwa bukan Malua": its number hangs on the place, so it gets another one."""
    world, ear = visit.office.catalog.world, visit.office.catalog.ear
    says_so = one_of(world.own_matters["di_desa"]).match(key_of(heard.text)) or (ear and ear.corrects(heard.text))
    if not says_so or is_question(heard.text, world, free=False) or tells_something(heard.text, world):
        return False
    right = ear.corrected(heard.text) if ear is not None else ""
    desa = whereabouts.named(visit, right, by_name=True) or whereabouts.named(visit, heard.text, by_name=True)
    found = next(iter(await topics.lately(visit)), None)
    is_wrong = found is not None and desa in ("", found.desa) and _is_wrong(visit, found, heard.text)
    if found is None or not (desa or is_wrong) or await _open(visit, found.id) is None:
        return False
    if is_wrong:
        return _ask_where(visit, found, heard.text)
    return found.desa != desa and _ask(visit, found, _PLACE, desa=desa, tempat=_called(visit, desa))


def _is_wrong(visit: Visit, one: Usulan, text: str) -> bool:
    """ "Desanya salah", "bukan di Tuncung": no right one is told."""
    ear, place = visit.office.catalog.ear, visit.office.catalog.places.find(one.desa)
    if ear is None or place is None or len(text.split()) > _SHORT:
        return False
    is_denied = fold(ear.denied(text)).endswith(fold(place.name))
    return is_denied or (ear.corrects(text) == "sure" and not _LEVELS.isdisjoint(ear.named(text)))


def _called(visit: Visit, code: str) -> str:
    return visit.office.catalog.places.scope_name(code)


def _ask_where(visit: Visit, one: Usulan, text: str) -> bool:
    """The right desa, at once; the rest of what was told stays."""
    ear, known = visit.office.catalog.ear, {"kecamatan": one.answers.get("kecamatan")}
    is_wider = ear is not None and "kecamatan" in ear.named(text)
    told = {"nomor": visit.office.spoken_number(one), "tempat": _called(visit, one.desa)}
    about = {"usulan": one.id, "isi": told}
    conversation.start(visit, WHERE, {} if is_wider else known, about=about)
    return True


async def _move_there(visit: Visit, _flow: Flow, state: State) -> None:
    """What it comes to is shown before it is done."""
    one, desa = await _open(visit, state.about["usulan"]), state.answers["desa"].value["code"]
    if one is None:
        visit.say("lengkapi_tidak_bisa")
    elif one.desa == desa:
        visit.say("usulan_jadi_tidak", nomor=visit.office.spoken_number(one))
    else:
        _ask(visit, one, _PLACE, desa=desa, tempat=_called(visit, desa))


async def _ask_pictures(visit: Visit, heard: Typed) -> bool:
    """ "Fotonya dihapus saja kak, ibu malu", "foto ibu sy di Maiwa 1 tolong dikeluarkan"."""
    world, said = visit.office.catalog.world, {*key_of(heard.text).split()}
    deeds = world.taking_out["kata"] | world.taking_out["kutipan"]
    says_so = not (said.isdisjoint(world.afterwards["gambar"]) or said.isdisjoint(deeds))
    if not says_so or not said.isdisjoint(world.taking_back["bukan"]) or is_question(heard.text, world, free=False):
        return False
    mine = await withdrawn.others(visit)
    named = naming.named_in(visit.office, heard.text, mine)
    one = named.one if named is not None else next(iter(mine), None)
    many = len(await visit.look_up(pictures.of_usulan, one.id)) if one is not None else 0
    return one is not None and many > 0 and _ask(visit, one, _PICTURES, banyak=many)


# --- after a yes -----------------------------------------------------------------------------------------------------


def _with_old(step: Step) -> Step:
    about = step.state.about
    return step.led_by(Words(f"usulan_jadi_{about['apa']}", about["isi"]))


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    """What a meeting took up since stays."""
    about = state.about
    is_of_pictures = about["apa"] == _PICTURES  # which go whenever somebody wants it
    one = await (topics.own if is_of_pictures else _open)(visit, about["usulan"])
    if state.answers["jadi"].value["value"] != "ya":
        visit.say("usulan_jadi_tidak", nomor=about["isi"]["nomor"])
    elif one is None or (one.status == WITHDRAWN) != (about["apa"] == _BACK):
        visit.say("lengkapi_tidak_bisa")
    else:
        await _DOES[about["apa"]](visit, one, about["isi"])
    await conversation.resume(visit)


async def _bring_back(visit: Visit, one: Usulan, _told: Mapping[str, Any]) -> None:
    unread_at = looked_at(visit.office, one.spoken_at) if one.read_at is None else None
    await visit.ask_once(stored.bring_back, one.id, RECORDED, unread_at)
    _, readers = await _readers(visit, one, one.reader_id)
    number = visit.office.spoken_number(one)
    visit.say("usulan_jadi_kembali_selesai", nomor=number, pembaca=names(readers))
    await _tell(visit, readers, "usulan_kembali_kabar", one)


async def _change_reader(visit: Visit, one: Usulan, told: Mapping[str, Any]) -> None:
    _, before = await _readers(visit, one, one.reader_id)
    chosen, after = await _readers(visit, one, told["pilihan"])
    await visit.ask_once(stored.give_to_reader, one.id, chosen)
    number, aloud = visit.office.spoken_number(one), chosen is None
    visit.say("usulan_jadi_pembaca_selesai", nomor=number, pembaca=names(after), dibacakan=aloud)
    await _tell(visit, [each for each in before if each not in after], "pembaca_lama_kabar", one, siapa=names(after))
    await _tell(visit, after, "pembaca_baru_kabar", one, dibacakan=aloud)


async def _take_pictures_out(visit: Visit, one: Usulan, _told: Mapping[str, Any]) -> None:
    async with visit.ask() as connection:
        for picture in await pictures.of_usulan(connection, one.id):
            await pictures.remove(connection, one.id, picture)
    events.note(visit.turn, one.id, "foto_dihapus")
    visit.say("usulan_jadi_foto_selesai", nomor=visit.office.spoken_number(one), dibaca=one.read_at is not None)


async def _move(visit: Visit, one: Usulan, told: Mapping[str, Any]) -> None:
    places = visit.office.catalog.places
    answers = {**one.answers, **values_of(places, Spot(told["desa"]))}
    hamlet = answers.pop("dusun", None)
    if hamlet and (not hamlet.get("listed", True) or hamlet["name"] in places.dusun(told["desa"])):
        answers["dusun"] = {**hamlet, "listed": hamlet["name"] in places.dusun(told["desa"])}
    whose = await visit.ask_once(again.whose, one.id)
    made = await bring(visit, answers, private=one.reader_id is not None, **{**whose, "reader_id": None})
    await visit.ask_once(stored.take_back, one.id)
    withdrawn.note(visit, one.id, one.read_by)
    old, where = visit.office.spoken_number(one), place(answers)
    visit.say("usulan_jadi_tempat_selesai", lama=old, nomor=made.number, tempat=where, pembaca=made.reader)


async def _readers(visit: Visit, one: Usulan, chosen: int | None) -> tuple[int | None, Sequence[Reader]]:
    readers = await reader_choice.readers_of(visit, one.desa, told=chosen is not None)
    return reader_choice.chosen(readers, {"reader": chosen})


async def _tell(visit: Visit, readers: Sequence[Reader], sentence: str, one: Usulan, **told: Any) -> None:
    """At once, since they may be preparing it for a meeting."""
    number = visit.office.spoken_number(one)
    for reader in readers:
        found = await visit.ask_once(people.named, reader.id)
        if found is not None and found.id != visit.me.id:
            text = visit.text(sentence, nama=found.name, nomor=number, tempat=place(one.answers), **told)
            key = keyboard([(visit.text("tombol_baca", nomor=number), f"u:lihat:{one.id}")])
            visit.tell(found.address, found.id, text, more={"reply_markup": key} if "siapa" not in told else {})


_DOES = {_READER: _change_reader, _BACK: _bring_back, _PLACE: _move, _PICTURES: _take_pictures_out}
JOURNEY = Journey(FORM, finish, opening=_with_old)
WHERE = Journey(_WHERE, _move_there, opening=below("usulan_jadi_bukan", "isi"))
