"""The book of promises: nobody waits longer than they were told, and no word is untrue."""

import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from bot.catalog.rules import news as bound
from bot.catalog.rules.kelurahan import DESA_ONLY
from bot.store.answering import questions as asked
from bot.store.database.ids import new_id
from bot.store.queues import notices as stored_notices
from bot.store.reading import readings
from bot.store.tables import decisions, occasions, people, promises, questions, usulan
from bot.store.usulan import promises as book
from bot.work.access import command
from bot.work.news import EDITIONS
from bot.work.notices import KINDS, TOGETHER
from bot.work.usulan import promised
from bot.work.usulan.waiting import looked_at, plan_begins_at
from tests.support.content import catalog_of
from tests.support.kabupaten import Kabupaten, kabupaten, local
from tests.support.phones import Message, Someone
from tests.support.sentences import Said, says

DESA, KELURAHAN = "73.16.01.2002", "73.16.01.1001"
#: A Tuesday of May: what is told then is for the plan of two years later.
BEGUN = local(2026, 5, 12, 9)


@pytest.mark.parametrize("kind", sorted(set(bound.DUE.values())))
def test_every_promise_of_news_is_bound_to_a_row_that_is_due(kind: str) -> None:
    table, _, name = kind.partition(":")
    known = {
        "outbox": {""},
        "news": {""} if EDITIONS else set(),
        "tasks": {""},
        "clarifications": {""},
        "notices": {*KINDS, *TOGETHER, stored_notices.HELP_WANTED},
        "promises": {book.NEWS, book.READ, book.ANSWER},
    }
    assert name in known[table]


def test_every_bound_sentence_is_still_said() -> None:
    said = catalog_of().texts.sources()
    bound_ones = [*bound.DUE, *bound.TELLING]
    assert [one for one in bound_ones if not any(key == one or key.startswith(f"{one}.") for key in said)] == []


def test_a_sentence_cannot_promise_and_only_tell() -> None:
    assert bound.DUE.keys() & bound.TELLING == set()


def test_every_sentence_that_promises_news_is_bound() -> None:
    """The words are looked for in everything the content says of its own."""
    said = {name: text for name, text in catalog_of().texts.sources().items() if not name.startswith(bound.OTHERS)}
    known = bound.DUE.keys() | bound.TELLING
    loose = [name for name, text in said.items() if bound.WORDS.search(text) and ".paham." not in name]
    assert [name for name in loose if not {name, name.rpartition(".")[0]} & known] == []
    assert len(loose) > 60


# --- a kabupaten that lives by the clock -----------------------------------------------------------------------------


class Letters:
    """What reached whom, and when."""

    def __init__(self) -> None:
        self.got: list[tuple[datetime, str, str]] = []

    def heard(self, place: Kabupaten, who: Someone, message: Message) -> None:
        self.got.append((place.clock.now(), who.name, message.text))

    def of(self, name: str, said: Said) -> list[datetime]:
        return [at for at, who, text in self.got if who == name and text in said]


@pytest.fixture
def letters() -> Letters:
    return Letters()


@pytest.fixture
async def place(sqlite_url: str, letters: Letters) -> AsyncIterator[Kabupaten]:
    async with kabupaten(sqlite_url, BEGUN, letters.heard) as opened:
        yield opened


async def villager(place: Kabupaten, name: str) -> Someone:
    """Somebody with a telephone who agreed."""
    one = await place.settle(name, "delegasi", DESA, "rajin")
    async with place.database.write() as connection:
        agreed = update(people).where(people.c.id == one.id).values(consent_version="1", consented_at=place.clock.now())
        await connection.execute(agreed)
    return one


async def bring(place: Kabupaten, who: Someone | None, serial: int, desa: str = DESA, **more: Any) -> int:
    """As the receipt leaves it, with what it promises."""
    now, usulan_id = place.clock.now(), new_id()
    answers = {"kecamatan": {"code": "73.16.01", "name": "Maiwa"}, "desa": {"code": desa, "name": "Pattondon Salu"}}
    answers |= {"cerita": {"text": "Mata air jauh."}, "harapan": {"text": "Bak air di tengah kampung."}}
    row: dict[str, Any] = {
        "id": usulan_id,
        "code": f"ENR-27-MWA-{serial:04d}",
        "year": 2027,
        "kecamatan": "73.16.01",
        "serial": serial,
    }
    row |= {"desa": desa, "person_id": who.id if who else None, "answers": json.dumps(answers), "status": "tercatat"}
    row |= {"spoken_at": now, "season_at": plan_begins_at(place.office, now), "unread_at": looked_at(place.office, now)}
    terms = [(book.NEWS, promised.news_term(place.office, now))]
    terms += [(book.READ, promised.term(place.office, book.READ, now))] if who else []
    async with place.database.write() as connection:
        await connection.execute(insert(usulan), [row | more])
        for kind, term in terms:
            await connection.execute(insert(promises), [_promised(kind, row, now, term)])
    return usulan_id


def _promised(kind: str, row: dict[str, Any], now: datetime, term: book.Term) -> dict[str, Any]:
    told = {"id": new_id(), "kind": kind, "subject": row["id"], "desa": row["desa"], "person_id": row["person_id"]}
    return told | {"made_at": now, "due_at": term.due_at, "next_at": term.next_at, "rung": 0, "state": book.OPEN}


async def ask(place: Kabupaten, who: Someone) -> int:
    now, question_id = place.clock.now(), new_id()
    row = {"id": question_id, "person_id": who.id, "words": "Kapan diukur?", "kecamatan": "73.16.01", "desa": DESA}
    async with place.database.write() as connection:
        await connection.execute(insert(questions), [row | {"asked_at": now, "alone": False, "unnamed": False}])
        term = promised.term(place.office, book.ANSWER, now)
        await book.add(connection, book.ANSWER, question_id, DESA, who.id, now, term)
    return question_id


async def rows(place: Kabupaten, *where: Any) -> list[Any]:
    async with place.database.read() as connection:
        return list((await connection.execute(select(promises).where(*where).order_by(promises.c.id))).all())


async def test_a_year_in_which_the_office_does_nothing(place: Kabupaten, letters: Letters) -> None:
    """Everything that was promised ends kept or admitted, nobody waits longer than was said, no word is untrue."""
    names = [f"Warga {number}" for number in range(12)]
    for number, name in enumerate(names):
        one = await villager(place, name)
        await bring(place, one, number + 1, KELURAHAN if number % 3 == 2 else DESA)
        if number % 2:
            await ask(place, one)
    await bring(place, None, 99, typed_by=1)
    until = BEGUN + timedelta(days=365)
    await place.live(until)
    days = catalog_of().calendar.policy.news_days
    for name in names:
        words = [BEGUN, *letters.of(name, says("janji_kabar", nama=name)), until]
        assert max((later - sooner).days for sooner, later in pairwise(words)) <= days, name
        assert len(letters.of(name, says("janji_baca_terlambat", nama=name))) == 1
        assert all(
            "belum dibaca" in text for _, who, text in letters.got if who == name and text in says("janji_kabar")
        )
    in_kelurahan = [text for _, who, text in letters.got if who in names[2::3]]
    assert in_kelurahan
    assert [text for text in in_kelurahan if DESA_ONLY.search(text)] == []
    for name in names[1::2]:
        assert len(letters.of(name, says("janji_jawab_terlambat", nama=name))) == 1
    open_ones = [one for one in await rows(place) if one.state == "open" and one.admitted_at is None]
    assert all(one.kind == book.NEWS and one.due_at > place.clock.now() for one in open_ones)
    assert [one.state for one in await rows(place, promises.c.person_id.is_(None))] == ["handed"]


async def test_a_word_is_not_said_again_to_whoever_has_had_one(place: Kabupaten, letters: Letters) -> None:
    sitti = await villager(place, "Sitti")
    usulan_id = await bring(place, sitti, 1)
    await place.live(BEGUN + timedelta(days=50))
    place.stand(BEGUN + timedelta(days=50))  # nothing happens on that day by itself
    async with place.database.write() as connection:
        term = promised.news_term(place.office, place.clock.now())
        await book.renew(connection, [(usulan_id, DESA, sitti.id)], place.clock.now(), term)
    await place.live(BEGUN + timedelta(days=100))
    assert letters.of("Sitti", says("janji_kabar")) == []
    await place.live(BEGUN + timedelta(days=111))
    assert len(letters.of("Sitti", says("janji_kabar", nomor="Maiwa 1"))) == 1


async def test_a_word_that_waited_while_another_was_given_is_left_out(place: Kabupaten, letters: Letters) -> None:
    sitti = await villager(place, "Sitti")
    usulan_id = await bring(place, sitti, 1)
    async with place.database.write() as connection:
        await stored_notices.raise_for(connection, stored_notices.WORD, str(usulan_id), {sitti.id: BEGUN})
    await place.live(BEGUN + timedelta(days=2))
    assert letters.of("Sitti", says("janji_kabar")) == []


async def test_the_word_says_what_is_so_on_that_day(place: Kabupaten, letters: Letters) -> None:
    sitti = await villager(place, "Sitti")
    usulan_id = await bring(place, sitti, 1)
    async with place.database.write() as connection:
        read = update(usulan).where(usulan.c.id == usulan_id)
        await connection.execute(read.values(read_at=BEGUN, unread_at=None))
    await place.live(BEGUN + timedelta(days=61))
    assert len(letters.of("Sitti", says("janji_kabar", dibaca="12 Mei 2026"))) == 1
    assert letters.of("Sitti", says("janji_baca_terlambat")) == []
    day, when = BEGUN + timedelta(days=61), {"kind": "musrenbang_desa", "wilayah": DESA, "starts_at": BEGUN}
    told = {"occasion_id": 1, "usulan_id": usulan_id, "outcome": "lanjut", "at": day, "told_at": day}
    async with place.database.write() as connection:
        await connection.execute(insert(occasions).values(id=1, cycle=2028, made_at=BEGUN, **when))
        await connection.execute(insert(decisions).values(**told))
        await connection.execute(read.values(state="musdes", moved=1))
    await place.live(BEGUN + timedelta(days=122))
    last = letters.got[-1][-1]
    assert last in says("janji_kabar")
    assert catalog_of().text("hasil_kata_lanjut") in last


@pytest.mark.parametrize("state", ["ditolak", "dibatalkan", "selesai", "bukan_musrenbang"])
async def test_nobody_is_told_again_of_what_has_ended(place: Kabupaten, letters: Letters, state: str) -> None:
    sitti = await villager(place, "Sitti")
    await bring(place, sitti, 1, state=state, status="hasil", moved=1, read_at=BEGUN)
    await place.live(BEGUN + timedelta(days=70))
    assert letters.of("Sitti", says("janji_kabar")) == []
    assert {one.state for one in await rows(place)} == {"moot"}


async def test_what_is_nobodys_is_owed_to_nobody(place: Kabupaten) -> None:
    await bring(place, None, 1, read_at=BEGUN)
    await place.live(BEGUN + timedelta(days=60))
    assert [one.state for one in await rows(place)] == ["moot"]


async def test_a_late_answer_is_admitted_named_to_who_owes_it_and_climbs(place: Kabupaten, letters: Letters) -> None:
    sitti = await villager(place, "Sitti")
    office = await place.settle("Ani", "bappeda", "73.16", "diam")
    for name, role, scope in (("Rahman", "fasilitator_desa", DESA), ("Dian", "fasilitator_kecamatan", "73.16.01")):
        await place.settle(name, role, scope, "diam")
    question_id = await ask(place, sitti)
    await place.live(BEGUN + timedelta(days=30))
    admitted = letters.of("Sitti", says("janji_jawab_terlambat", tanya="Kapan diukur?", siapa="Rahman"))
    told = [letters.of(name, says("janji_ditagih", jawab=1)) for name in ("Rahman", "Dian", "Ani")]
    assert [len(found) for found in (admitted, *told)] == [1, 1, 1, 1]
    assert told[0] < told[1] < told[2]
    async with place.database.write() as connection:
        who = await readings.sight_now(connection, office.id, command("periksa").roles, place.clock.now())
        assert await asked.count(connection, who) == 1, "what she was told of stands in her list"
        await book.end(connection, book.ANSWER, [question_id], place.clock.now())
        assert await book.late(connection, [DESA], place.clock.now()) == {}


async def test_the_office_is_asked_for_decisions_that_are_owed(place: Kabupaten, letters: Letters) -> None:
    sitti = await villager(place, "Sitti")
    for name, role, scope in (("Rahman", "fasilitator_desa", DESA), ("Ani", "bappeda", "73.16")):
        await place.settle(name, role, scope, "diam")
    for serial in (1, 2):
        await bring(place, sitti, serial, read_at=BEGUN, state="musdes", status="dibahas", moved=1)
    await place.live(BEGUN + timedelta(days=62))
    assert len(letters.of("Ani", says("janji_ditagih", putus=2))) == 1
    assert letters.of("Rahman", says("janji_ditagih", putus=2)) == []
    await place.live(BEGUN + timedelta(days=124))
    assert len(letters.of("Ani", says("janji_ditagih", putus=2))) == 2


async def test_whoever_has_no_telephone_is_handed_to_those_who_bring_the_word(
    place: Kabupaten, letters: Letters
) -> None:
    await place.settle("Rahman", "fasilitator_desa", DESA, "diam")
    await bring(place, None, 1, typed_by=1, read_at=BEGUN, told_at=BEGUN)
    await place.live(BEGUN + timedelta(days=75))
    assert letters.of("Rahman", says("janji_ditagih", langsung=1)) != []
    async with place.database.read() as connection:
        assert (await connection.execute(select(usulan.c.told_at))).scalar() is None
