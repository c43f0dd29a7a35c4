"""One's own data: seen, corrected, taken along, taken back, erased (UU 27/2022, articles 30, 32, 40 and 43)."""

import json
from collections.abc import Sequence
from dataclasses import replace

from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.names import NAMELESS, clean_name
from bot.core.records import WITHDRAWN
from bot.core.usulan.nameless import nameless
from bot.store.database.ids import new_id
from bot.store.people import erasure, own_data
from bot.store.people.own_data import OwnData
from bot.store.turn import Turn
from bot.work.office import Office
from bot.work.people import consent
from bot.work.people.people import has_consented
from bot.work.saying import replies
from bot.work.usulan.usulan import place, spoken_name, summary

NAME_FORM = "nama"


async def show(turn: Turn, office: Office) -> None:
    """What is kept, in a few lines, and what may be done with it."""
    person = turn.person
    assert person is not None
    async with turn.ask() as connection:
        own = await own_data.of_person(connection, person.id)
    replies.say(
        turn,
        office,
        "dataku",
        _choices(turn, office),
        nama=person.name,
        setuju=office.day(person.consented_at) if person.consented_at and person.consent_version else "",
        tempat=place(person.place or {}),
        peran=roles(turn, office),
        suara=[one["name"] for one in own.speakers],
        draf=bool(turn.conversations),
        usulan=_listed(office, own),
        foto=sum(kind != "voice" for kind, _ in own.media),
        rekaman=sum(kind == "voice" for kind, _ in own.media),
        sampai=office.catalog.retention.last_year(turn.now, office.zone),
    )


def _choices(turn: Turn, office: Office) -> dict[str, object]:
    labels = {"nama": "tombol_ganti_nama", "unduh": "tombol_unduh", "tarik": "tombol_tarik", "hapus": "tombol_hapus"}
    if not has_consented(turn):
        del labels["tarik"]
    return replies.buttons(*([(office.catalog.text(label), f"o:{what}")] for what, label in labels.items()))


def roles(turn: Turn, office: Office) -> list[str]:
    text, places = office.catalog.text, office.catalog.places
    return [f"{text(f'peran_{grant.role}')}, {places.scope_name(grant.scope)}" for grant in turn.grants]


def _listed(office: Office, own: OwnData) -> list[dict[str, object]]:
    return [
        {
            "nomor": spoken_name(office, one["kecamatan"], one["serial"]),
            "tempat": place(one["answers"]),
            "ringkas": summary(one["answers"]),
            "ditarik": one["status"] == WITHDRAWN,
        }
        for one in own.usulan
    ]


async def rename(turn: Turn, office: Office, _flow: Flow, state: State) -> None:
    """How the person wants to be called; what Telegram calls them counts no more."""
    assert turn.person is not None
    name = clean_name(state.answers["nama"].value["text"])
    turn.remember(replace(turn.person, name=name, named_by_self=True))
    replies.say(turn, office, "nama_diganti", nama=name)


def ask_withdrawal(turn: Turn, office: Office) -> None:
    _ask(turn, office, "yakin_tarik", (("tombol_tarik_usulan", "tarik.usulan"), ("tombol_tarik_jalan", "tarik.jalan")))


def _ask(turn: Turn, office: Office, sentence: str, answers: Sequence[tuple[str, str]], **values: object) -> None:
    choices = (*answers, ("tombol_tidak_jadi", "batal"))
    rows = [[(office.catalog.text(label), f"o:{what}")] for label, what in choices]
    replies.say(turn, office, sentence, replies.buttons(*rows), **values)


async def withdraw(turn: Turn, office: Office, *, with_usulan: bool) -> None:
    """Consent is taken back: processing stops with this transaction. Usulan that are not decided go with it, unless
    the person lets them stand as those of a warga."""
    person = turn.person
    assert person is not None
    async with turn.ask() as connection:
        await own_data.silence(connection, person.id, person.address)
        taken = await own_data.withdraw(connection, person.id) if with_usulan else []
        rest = await erasure.usulan_of(connection, person.id) if not with_usulan else []
        names = await erasure.names_of(connection, person.id)
        for told in rest:
            kept = nameless(told.answers, told.wordings, names, with_words=told.status == WITHDRAWN)
            await erasure.keep_nameless(connection, told.id, kept, told.status)
        if rest:
            await own_data.let_stand(connection, person.id)
    for usulan_id in taken:
        turn.put("event", id=new_id(), usulan_id=usulan_id, at=turn.now, by=person.id, kind=WITHDRAWN, detail=None)
    _stop(turn)
    consent.note(turn, consent.TAKEN_BACK)
    days = office.catalog.retention.never_agreed
    replies.say(turn, office, "tarik_selesai", ditarik=len(taken), jalan=len(rest), hari=days)


def _stop(turn: Turn) -> None:
    """No draft, no consent; the person is known only so that the answer can reach them."""
    from bot.work import conversation  # it names this module among the ends of forms

    assert turn.person is not None
    conversation.cancel(turn)
    turn.remember(replace(turn.person, consent_version=None, consented_at=None, place=None))


async def ask_erasure(turn: Turn, office: Office) -> None:
    """One clear question; with usulan there are two ways to answer yes."""
    assert turn.person is not None
    async with turn.ask() as connection:
        count = await own_data.count_usulan(connection, turn.person.id)
    both = (("tombol_hapus_usulan_tetap", "hapus.tetap"), ("tombol_hapus_semua", "hapus.semua"))
    _ask(turn, office, "yakin_hapus", both if count else (("tombol_ya_hapus", "hapus.tetap"),), jumlah=count)


def erase(turn: Turn, office: Office, *, with_words: bool, farewell: str = "hapus_selesai") -> None:
    """The wish is written down in this transaction, and everything stops; the clock does the rest within seconds."""
    person = turn.person
    assert person is not None
    _stop(turn)
    consent.note(turn, consent.NO if farewell == "izin_ditolak" else consent.TAKEN_BACK)
    last = replies.say(turn, office, farewell, bappeda=office.bappeda)
    if turn.grants:
        scope = {"type": "chat", "chat_id": turn.lane}
        last = turn.send("deleteMyCommands", {"scope": scope}, chat=turn.lane, person_id=person.id)
    turn.put(
        "erasure",
        person_id=person.id,
        address=person.address,
        asked_at=turn.now,
        with_words=with_words,
        farewell=last,
        names=json.dumps([person.name] if person.name != NAMELESS else []),
        erased_at=None,
    )


async def refuse(turn: Turn, office: Office) -> None:
    """*Tidak* to the consent screen: what was said before it is erased everywhere, unread."""
    person = turn.person
    assert person is not None
    if person.consent_version is not None:
        replies.say(turn, office, "izin_sudah")
    elif turn.grants:
        async with turn.ask() as connection:
            await erasure.forget_first_words(connection, person.id)
        consent.note(turn, consent.NO)
        replies.say(turn, office, "izin_ditolak_peran")
    else:
        erase(turn, office, with_words=False, farewell="izin_ditolak")
