"""One's own data: seen, corrected, taken along, taken back, erased (UU 27/2022, articles 30, 32, 40 and 43)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.names import clean_name, renamed
from bot.core.records import WITHDRAWN
from bot.core.usulan.nameless import nameless
from bot.store.people import consents, erasure, own_data, waiting
from bot.store.people.own_data import OwnData
from bot.work import conversation
from bot.work.office import Office
from bot.work.people import genders, phones
from bot.work.people.people import awaits_guardian, has_consented
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import withdrawn
from bot.work.usulan.dangers import alarms, cries
from bot.work.usulan.usulan import place, quoted
from bot.work.visit import Journey, Visit


async def show(visit: Visit) -> None:
    """What is kept, in a few lines, and what may be done with it."""
    person = visit.me
    own = await visit.ask_once(own_data.of_person, person.id)
    visit.say(
        "dataku",
        choices(visit),
        nama=person.name,
        setuju=visit.office.day(person.consented_at) if person.consented_at and person.consent_version else "",
        tempat=place(person.place or {}),
        **await phones.told(visit),
        jenis=gender_of(visit, own),
        peran=roles(visit),
        suara=[one["name"] for one in own.speakers],
        draf=bool(visit.conversations),
        usulan=_listed(visit.office, own),
        foto=sum(kind != "voice" for kind, *_ in own.media),
        rekaman=sum(kind == "voice" for kind, *_ in own.media),
        sampai=visit.office.catalog.retention.last_year(visit.now, visit.office.zone),
    )


def choices(visit: Visit) -> dict[str, object]:
    """What may be done with one's own data."""
    labels = {"nama": "tombol_ganti_nama", "unduh": "tombol_unduh", "tarik": "tombol_tarik", "hapus": "tombol_hapus"}
    if not has_consented(visit):
        del labels["tarik"]
    own = ([(visit.text(label), f"o:{what}")] for what, label in labels.items())
    return keyboard(*own, phones.key(visit), genders.key(visit))


def gender_of(visit: Visit, own: OwnData) -> str:
    """Empty where they never said."""
    if own.is_woman is None:
        return ""
    return visit.text(f"tombol_jenis_{'perempuan' if own.is_woman else 'laki'}").lower()


def roles(visit: Visit) -> list[str]:
    text, places = visit.text, visit.office.catalog.places
    return [f"{text(f'peran_{grant.role}')}, {places.scope_name(grant.scope)}" for grant in visit.grants]


def _listed(office: Office, own: OwnData) -> list[dict[str, object]]:
    return [
        {
            "nomor": office.spoken_name(one["kecamatan"], one["serial"]),
            "tempat": place(one["answers"]),
            "ringkas": quoted(office, one["answers"]),
            "ditarik": one["status"] == WITHDRAWN,
        }
        for one in own.usulan
    ]


async def rename(visit: Visit, _flow: Flow, state: State) -> None:
    """How the person wants to be called; what Telegram calls them counts no more."""
    name = renamed(visit.me.name, clean_name(state.answers["nama"].value["text"]))
    visit.turn.remember(replace(visit.me, name=name, named_by_self=True))
    visit.say("nama_diganti", nama=name)


def ask_withdrawal(visit: Visit) -> None:
    _ask(visit, "yakin_tarik", (("tombol_tarik_usulan", "tarik.usulan"), ("tombol_tarik_jalan", "tarik.jalan")))


def _ask(visit: Visit, sentence: str, answers: Sequence[tuple[str, str]], **values: object) -> None:
    choices = (*answers, ("tombol_tidak_jadi", "batal"))
    rows = [[(visit.text(label), f"o:{what}")] for label, what in choices]
    visit.say(sentence, keyboard(*rows), **values)


async def withdraw(visit: Visit, *, with_usulan: bool) -> None:
    """Consent is taken back: processing stops with this transaction. Usulan that are not decided go with it, unless
    the person lets them stand as those of a warga."""
    person = visit.me
    async with visit.ask() as connection:
        await own_data.silence(connection, person.id, person.address)
        taken = await own_data.withdraw(connection, person.id) if with_usulan else []
        rest = await erasure.usulan_of(connection, person.id) if not with_usulan else []
        names = await erasure.names_of(connection, person.id)
        for told in rest:
            kept = nameless(told.answers, told.wordings, names, with_words=told.status == WITHDRAWN)
            await erasure.keep_nameless(connection, told.id, kept, told.status)
        if rest:
            await own_data.let_stand(connection, person.id)
    for usulan_id, reader in taken:
        withdrawn.note(visit, usulan_id, reader)
    _stop(visit)
    consents.note(visit.turn, consents.TAKEN_BACK)
    days = visit.office.catalog.retention.never_agreed
    visit.say("tarik_selesai", ditarik=len(taken), jalan=len(rest), hari=days)


def _stop(visit: Visit) -> None:
    """No draft, no consent; the person is known only so that the answer can reach them."""
    conversation.cancel(visit)
    visit.turn.remember(replace(visit.me, consent_version=None, consented_at=None, place=None, called_at=None))


async def ask_erasure(visit: Visit) -> None:
    """One clear question; with usulan there are two ways to answer yes."""
    count = await visit.ask_once(own_data.count_usulan, visit.me.id)
    both = (("tombol_hapus_usulan_tetap", "hapus.tetap"), ("tombol_hapus_semua", "hapus.semua"))
    _ask(visit, "yakin_hapus", both if count else (("tombol_ya_hapus", "hapus.tetap"),), jumlah=count)


def erase(visit: Visit, *, with_words: bool, farewell: str = "hapus_selesai", **told: Any) -> None:
    """The wish is written down in this transaction, and everything stops; the clock does the rest within seconds."""
    person = visit.me
    _stop(visit)
    consents.note(visit.turn, consents.NO if farewell == "izin_ditolak" else consents.TAKEN_BACK)
    last = visit.say(farewell, bappeda=visit.office.bappeda, **told)
    if visit.grants:
        scope = {"type": "chat", "chat_id": visit.turn.lane}
        last = visit.turn.send("deleteMyCommands", {"scope": scope}, chat=visit.turn.lane, person_id=person.id)
    erasure.ask(visit.turn, with_words=with_words, farewell=last)


def leave_as_it_is(visit: Visit) -> None:
    visit.say("dataku_tidak_jadi")


async def refuse(visit: Visit) -> None:
    """*Tidak* to the consent screen: what was said before it is erased everywhere, unread; help is waited for without
    it."""
    person = visit.me
    if has_consented(visit):
        visit.say("izin_sudah")
    elif awaits_guardian(visit) and person.consented_at is not None:  # they had agreed, and told something
        erase(visit, with_words=True)
    elif visit.grants:
        await visit.ask_once(waiting.forget, person.id)
        consents.note(visit.turn, consents.NO)
        visit.say("izin_ditolak_peran")
    elif not await cries.refuse(visit):
        erase(visit, with_words=False, farewell="izin_ditolak", seruan=bool(await alarms.passed(visit)))


NAME = Journey("nama", rename)
