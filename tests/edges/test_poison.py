"""Malformed and odd updates among good ones (U1, U3-U5): the good are answered, the bad are kept and seen."""

import asyncio
import copy
import json
import random
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.simulator.chats import Person
from tests.support.town import Town, town

Json = dict[str, Any]
STRANGER = 8_000_000_000


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(database_url, tmp_path) as one:
        yield one


async def _arrive(place: Town, name: str = "Sitti") -> Person:
    person = place.simulator.add_person(name)
    await place.simulator.begin(person)
    await place.simulator.wait_for(person, "Setuju?")
    return person


def _user(number: int) -> Json:
    return {"id": STRANGER + number, "is_bot": False, "first_name": f"Orang {number}", "language_code": "id"}


def _message(number: int, **content: Any) -> Json:
    chat = {"id": STRANGER + number, "type": "private", "first_name": f"Orang {number}"}
    return {"message_id": 5, "from": _user(number), "chat": chat, "date": 1_700_000_000 + number} | content


GROUP: Json = {"id": -4_200_000_777, "type": "group", "title": "Grup"}
ADMIN: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
FILE: Json = {"file_id": "F", "file_unique_id": "U", "file_size": 1000}


def _command(text: str) -> Json:
    return {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}]}


def _valid(number: int) -> list[Json]:
    """One well-formed update of every sort that a villager's phone, or a stranger's, may cause."""
    me = {"id": 123456789, "is_bot": True, "first_name": "Kawan", "username": "KawanMusrenbangBot"}
    member = {"user": me, "status": "member"}
    photo = [FILE | {"width": 90, "height": 60}, FILE | {"width": 800, "height": 600}]
    group = _message(number) | {"chat": GROUP}
    return [
        {"message": _message(number, text="Halo")},
        {"message": _message(number, **_command("/start"))},
        {"message": _message(number, **_command("/bantuan"))},
        {"message": _message(number, photo=photo, caption="foto", media_group_id="55")},
        {"message": _message(number, voice=FILE | {"duration": 3, "mime_type": "audio/ogg"})},
        {"message": _message(number, location={"latitude": -3.5, "longitude": 119.7})},
        {"message": _message(number, contact={"phone_number": "+62811", "first_name": "Ani", "user_id": 1})},
        {"message": _message(number, document=FILE | {"mime_type": "application/pdf", "file_name": "a.pdf"})},
        {"message": group | _command("/mulai@KawanMusrenbangBot")},
        {"edited_message": _message(number, text="Halo lagi", edit_date=1_700_000_100)},
        {
            "callback_query": {
                "id": "77",
                "from": _user(number),
                "chat_instance": "1",
                "message": _message(number, text="Setuju?") | {"from": me},
                "data": "c:setuju",
            }
        },
        {
            "my_chat_member": {
                "chat": _message(number)["chat"],
                "from": _user(number),
                "date": 1_700_000_000,
                "old_chat_member": member,
                "new_chat_member": {"user": me, "status": "kicked", "until_date": 0},
            }
        },
        {"poll_answer": {"poll_id": "9", "user": _user(number), "option_ids": [0], "option_persistent_ids": ["a"]}},
    ]


WRONG: list[Any] = [
    None,
    0,
    -1,
    2**70,
    1.5,
    True,
    "",
    "x" * 300,
    [],
    {},
    [[]],
    {"id": None},
    "\ud800",
    "\x00",
    "\u202eabc",
    "1e999",
]


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place inside a JSON value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from _places(inner, (*path, key))


def _mutate(update: Json, chance: random.Random) -> Json:
    """Take away a field, put something of the wrong kind there, or name it wrongly; sometimes twice."""
    odd: Any = copy.deepcopy(update)
    for _ in range(chance.choice((1, 1, 2))):
        path = chance.choice(list(_places(odd)) or [()])
        if not path:
            continue
        holder = odd
        for key in path[:-1]:
            holder = holder[key]
        how = chance.random()
        if how < 0.35:
            del holder[path[-1]]
        elif how < 0.9 or isinstance(holder, list):
            holder[path[-1]] = copy.deepcopy(chance.choice(WRONG))
        else:
            holder[f"{path[-1]}_baru"] = holder.pop(path[-1])
    return dict(odd)


def _poison(count: int, seed: int) -> list[Json]:
    chance = random.Random(seed)
    return [_mutate(chance.choice(_valid(number)), chance) for number in range(count)]


async def _settled(place: Town, seconds: float = 30.0) -> None:
    await place.simulator.wait_until_confirmed(seconds)
    await place.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0, seconds)
    await place.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0, seconds)


@pytest.mark.slow
async def test_five_hundred_malformed_updates_keep_nobody_waiting(place: Town) -> None:
    people = [await _arrive(place, f"Warga {number}") for number in range(4)]
    before = (await place.rows("SELECT count(*) FROM inbox"))[0][0]
    for number, odd in enumerate(_poison(500, seed=20261124)):
        place.simulator.inject(odd)
        if number % 25 == 0:
            for person in people:
                await place.simulator.say(person, "/usulanku")
            place.simulator.stage.clock.move_by(60)  # no flood
            await place.simulator.wait_until_confirmed()
    await _settled(place)
    assert [["Belum ada usulan yang tercatat dari Bapak/Ibu. Mau menyampaikan satu?"] * 20] * 4 == [
        place.simulator.said(person)[1:] for person in people
    ]
    assert before + 580 == (await place.rows("SELECT count(*) FROM inbox"))[0][0]
    trouble = await place.rows("SELECT outcome, error FROM inbox WHERE outcome IN ('bad', 'parked')")
    assert 50 < len(trouble) < 500
    assert all(row.error for row in trouble)


async def test_the_good_ones_in_one_batch_with_the_bad_are_answered_in_order(place: Town) -> None:
    people = [await _arrive(place, f"Warga {number}") for number in range(3)]
    odd = iter(_poison(60, seed=7))
    for _ in range(4):
        for person in people:
            place.simulator.inject(next(odd))
            await place.simulator.say(person, "/usulanku")
            place.simulator.inject(next(odd))
            await place.simulator.say(person, "/perintahbaru")
    await _settled(place)
    unreadable = await place.rows("SELECT tries FROM inbox WHERE outcome = 'bad'")
    assert {0} == {row.tries for row in unreadable}
    wanted = ["Belum ada usulan", "Maaf, saya belum mengenal"] * 4
    for person in people:
        said = place.simulator.said(person)[1:]
        assert wanted == [text[: len(want)] for text, want in zip(said, wanted, strict=True)]


# --- one by one: what is known to be odd, and its defined answer ----------------------------------------------------

LONG = "a" * 1_000_000

ODD_TEXTS = [
    pytest.param(LONG, id="a million letters"),
    pytest.param("\ud800 separuh", id="half a surrogate pair"),
    pytest.param("nol\x00nol", id="NUL"),
    pytest.param("\u202eterbalik\u202c", id="right to left"),
    pytest.param("\u200b\u200d\u2060", id="nothing but zero width"),
    pytest.param("{{7*7}} {% for x in y %} #panic()", id="a template"),
    pytest.param("<b><script>alert(1)</script>", id="markup"),
    pytest.param("=HYPERLINK('x')", id="a formula"),
]


async def _consent(place: Town, person: Person) -> None:
    await place.simulator.press(person, "Setuju")
    await place.simulator.wait_for(person, "Di kecamatan mana?")


@pytest.mark.parametrize("text", ODD_TEXTS)
async def test_odd_text_is_answered_like_any_other(sqlite_url: str, tmp_path: Path, text: str) -> None:
    async with town(sqlite_url, tmp_path) as place:
        sitti = await _arrive(place)
        await _consent(place, sitti)
        await place.simulator.post(sitti, {"text": text})
        await place.simulator.wait_for(sitti, "nama itu belum ketemu")
        await _settled(place)
        assert [] == await place.rows("SELECT * FROM inbox WHERE outcome <> 'done'")


@pytest.mark.parametrize("text", ODD_TEXTS)
async def test_odd_text_can_be_a_whole_story(database_url: str, tmp_path: Path, text: str) -> None:
    """Kept as it was said, and read back literally."""
    async with town(database_url, tmp_path) as place:
        sitti = await _arrive(place)
        await _consent(place, sitti)
        for word in ("Maiwa", "Tuncung", "Paraja"):
            await place.simulator.say(sitti, word)
            await place.simulator.wait_for(sitti, lambda _: True)
        await place.simulator.post(sitti, {"text": f"Jalan kami rusak parah {text[:3000]}"})
        await place.simulator.wait_for(sitti, "harapkan dikerjakan")
        await place.simulator.say(sitti, "Jalannya dirabat")
        await place.simulator.wait_for(sitti, "Ada foto tempatnya")
        await place.simulator.press(sitti, "Cukup")
        card = await place.simulator.wait_for(sitti, "Kami catat begini")
        assert "Jalan kami rusak parah" in card["text"]
        await place.simulator.press(sitti, "Kirim")
        await place.simulator.wait_for(sitti, "Nomornya")
        await _settled(place)
        assert [] == [call for call in place.simulator.calls if not call.ok]


def _with(**content: Any) -> Callable[[Person], Json]:
    return lambda person: _own(person, **content)


def _own(person: Person, **content: Any) -> Json:
    chat = {"id": person.id, "type": "private", "first_name": person.first_name}
    return {
        "message": {"message_id": 900, "from": person.as_user(), "chat": chat, "date": 1_700_000_000, **content},
    }


def _edited(person: Person) -> Json:
    return {"edited_message": _own(person, text="Baru", edit_date=1_700_000_100)["message"]}


def _live(person: Person) -> Json:
    location = {"latitude": -3.5, "longitude": 119.7, "live_period": 900}
    return {"edited_message": _own(person, location=location, edit_date=1_700_000_100)["message"]}


STICKER = FILE | {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
VENUE = {"location": {"latitude": -3.5, "longitude": 119.7}, "title": "Masjid", "address": "Jalan"}
FORWARDED = {"type": "hidden_user", "sender_user_name": "Entah", "date": 1_600_000_000}

ANSWERED = [
    pytest.param(_with(sticker=STICKER), "Maaf, yang itu belum bisa kami baca.", id="sticker"),
    pytest.param(_with(rich_message={"blocks": []}), "Maaf, yang itu belum bisa kami baca.", id="rich message"),
    pytest.param(_with(venue=VENUE, location=VENUE["location"]), "Terima kasih lokasinya", id="venue"),
    pytest.param(_with(location={"latitude": -3.5, "longitude": 119.7, "live_period": 900}), "lokasinya", id="live"),
    pytest.param(_with(contact={"phone_number": "1", "first_name": "Ani", "user_id": 5}), "Nomor orang", id="contact"),
    pytest.param(_with(text="Maiwa", forward_origin=FORWARDED), "apa di Kecamatan Maiwa?", id="forwarded"),
    pytest.param(_with(text="Maiwa", via_bot=ADMIN), "apa di Kecamatan Maiwa?", id="via another bot"),
    pytest.param(_with(photo=[], caption="x"), "Maaf, yang itu belum bisa kami baca.", id="a photo without sizes"),
    pytest.param(_with(dice={"emoji": "🎲", "value": 3}), "Maaf, yang itu belum bisa kami baca.", id="dice"),
]


@pytest.mark.parametrize(("make", "answer"), ANSWERED)
async def test_what_is_not_asked_for_has_an_answer(
    sqlite_url: str, tmp_path: Path, make: Callable[[Person], Json], answer: str
) -> None:
    async with town(sqlite_url, tmp_path) as place:
        sitti = await _arrive(place)
        await _consent(place, sitti)
        since = place.simulator.stage.feed.count
        place.simulator.inject(make(sitti))
        await place.simulator.wait_for(sitti, answer, since=since)


IGNORED = [
    pytest.param(_edited, id="edit of a message nobody knows"),
    pytest.param(_live, id="live location moving"),
    pytest.param(lambda p: {"channel_post": _own(p, text="Halo")["message"] | {"chat": {"id": -1, "type": "channel"}}}),
    pytest.param(lambda p: {"message": _own(p, text="Halo")["message"] | {"chat": GROUP}}, id="small talk in a group"),
    pytest.param(lambda p: {"message": {"message_id": 1, "date": 1, "chat": GROUP, "text": "Halo"}}, id="no author"),
    pytest.param(lambda p: {"message_reaction_count": {"chat": GROUP, "message_id": 1, "date": 1, "reactions": []}}),
    pytest.param(lambda p: {"something_new": {"from": p.as_user()}}, id="a kind nobody knows yet"),
    pytest.param(lambda _: {}, id="nothing at all"),
    pytest.param(_with(pinned_message={"message_id": 1, "date": 0, "chat": GROUP}), id="service message"),
]


@pytest.mark.parametrize("make", IGNORED)
async def test_what_needs_no_answer_gets_none_and_is_done(
    sqlite_url: str, tmp_path: Path, make: Callable[[Person], Json]
) -> None:
    async with town(sqlite_url, tmp_path) as place:
        sitti = await _arrive(place)
        await _consent(place, sitti)
        said = len(place.simulator.calls)
        place.simulator.inject(make(sitti))
        await _settled(place)
        assert [] == place.simulator.calls[said:]
        assert [] == await place.rows("SELECT * FROM inbox WHERE outcome <> 'done'")


async def test_the_anonymous_admin_of_a_group_gets_the_line_for_groups(sqlite_url: str, tmp_path: Path) -> None:
    async with town(sqlite_url, tmp_path) as place:
        sitti = await _arrive(place)
        group = place.simulator.add_group("Musrenbang", [sitti])
        content = {"text": "/mulai", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
        await place.simulator.post(sitti, content, group, anonymous=True)
        await place.simulator.wait_for(group, "mari bicara berdua")


# --- what is not even an update -------------------------------------------------------------------------------------

FRAGMENTS = [
    pytest.param("null", id="null"),
    pytest.param("17", id="a number"),
    pytest.param('"teks"', id="a text"),
    pytest.param("[]", id="a list"),
    pytest.param("{}", id="no update_id"),
    pytest.param('{"update_id": null}', id="update_id null"),
    pytest.param('{"update_id": "700"}', id="update_id a text"),
    pytest.param('{"update_id": true}', id="update_id true"),
    pytest.param('{"update_id": 1.5}', id="update_id a fraction"),
    pytest.param(f'{{"update_id": {2**80}}}', id="update_id beyond all columns"),
    pytest.param('{"message": NaN}', id="NaN"),
]


@pytest.mark.parametrize("fragment", FRAGMENTS)
async def test_a_fragment_is_kept_as_bad_and_the_next_update_is_answered(
    sqlite_url: str, tmp_path: Path, fragment: str
) -> None:
    async with town(sqlite_url, tmp_path) as place:
        sitti = await _arrive(place)
        place.simulator.inject_raw(fragment)
        await place.simulator.say(sitti, "/bantuan")
        await place.simulator.wait_for(sitti, "/usulanku")
        rows = await place.rows("SELECT body FROM inbox WHERE outcome = 'bad'")
        assert [json.loads(fragment)] == [json.loads(row.body) for row in rows] or "NaN" in fragment
        assert 1 == len(rows)


UNREADABLE = [
    pytest.param('{{"update_id": {0}, "message": {{', id="cut off"),
    pytest.param('{{"update_id": {0}, "message": \x01}}', id="a control character"),
    pytest.param('{{"update_id": {0}, "a": ' + "1" * 5000 + "}}", id="a number without end"),
    pytest.param('{{"update_id": {0}, "a": ' + "[" * 100_000 + "]" * 100_000 + "}}", id="nested without end"),
    pytest.param('{{"update_id": {0}, "a": ' + "[" * 950 + "]" * 950 + "}}", id="nested almost too deep"),
]


@pytest.mark.parametrize("template", UNREADABLE)
async def test_an_update_that_breaks_the_whole_answer_is_set_aside_alone(place: Town, template: str) -> None:
    sitti = await _arrive(place)
    await place.simulator.say(sitti, "/usulanku")
    number = place.simulator.stage.updates._add(template.format)
    await place.simulator.say(sitti, "/perintahbaru")
    await place.simulator.wait_for(sitti, "belum mengenal", timeout=15)
    await _settled(place)
    assert ["Belum ada usulan", "Maaf, saya belum"] == [text[:16] for text in place.simulator.said(sitti)[1:]]
    row = (await place.rows("SELECT outcome FROM inbox WHERE update_id = :n", n=number))[0]
    assert row.outcome in ("bad", "parked", "done")


# --- what the database refuses --------------------------------------------------------------------------------------


async def test_a_row_the_database_refuses_spoils_no_other(place: Town) -> None:
    """An album's number far too long for its column, and a message number beyond all integers."""
    hasan, sitti, ani = [await _arrive(place, name) for name in ("Hasan", "Sitti", "Ani")]
    await _consent(place, hasan)
    photo = [FILE | {"width": 800, "height": 600}]
    place.simulator.inject(_own(hasan, photo=photo, media_group_id="9" * 5000))
    place.simulator.inject(_own(ani, text="Halo") | {})
    for person in (sitti, ani):
        await place.simulator.say(person, "/usulanku")
        await place.simulator.wait_for(person, "Belum ada usulan")
    await _settled(place)


async def test_the_same_update_id_is_handled_once_also_after_a_restart(place: Town) -> None:
    sitti = await _arrive(place)
    update = _own(sitti, text="/usulanku", entities=[{"type": "bot_command", "offset": 0, "length": 9}])
    number = place.simulator.inject(update)
    await place.simulator.wait_for(sitti, "Belum ada usulan")
    for _ in range(3):
        place.simulator.inject(update | {"update_id": number})
        await place.simulator.wait_until_confirmed()
    await place.stop()
    place.simulator.inject(update | {"update_id": number})
    await place.start()
    await place.simulator.say(sitti, "/perintahbaru")
    await place.simulator.wait_for(sitti, "belum mengenal")
    assert 3 == len(place.simulator.said(sitti))


async def test_a_failing_update_holds_its_own_chat_and_is_parked_with_a_word(place: Town) -> None:
    hasan, sitti = await _arrive(place, "Hasan"), await _arrive(place, "Sitti")
    number = place.simulator.inject(_own(hasan, text=["bukan", "teks"]))
    await place.simulator.say(hasan, "/usulanku")
    await place.simulator.say(sitti, "/usulanku")
    await place.simulator.wait_for(sitti, "Belum ada usulan", timeout=2.5)
    assert 1 == len(place.simulator.said(hasan))
    await place.simulator.wait_for(hasan, "Belum ada usulan", timeout=10)
    assert "belum berhasil kami olah" in place.simulator.said(hasan)[1]
    row = (await place.rows("SELECT outcome, tries, error FROM inbox WHERE update_id = :n", n=number))[0]
    assert ("parked", 2) == (row.outcome, row.tries)


async def test_a_chat_full_of_waiting_updates_does_not_hide_the_others(sqlite_url: str, tmp_path: Path) -> None:
    async with town(sqlite_url, tmp_path) as place:
        hasan, sitti = await _arrive(place, "Hasan"), await _arrive(place, "Sitti")
        place.simulator.inject(_own(hasan, text=["gagal"]))
        await asyncio.sleep(0.5)
        for _ in range(300):
            await place.simulator.press_data(hasan, 1, "m:lanjut")
        await place.simulator.wait_until_confirmed()
        await place.simulator.say(sitti, "/usulanku")
        await place.simulator.wait_for(sitti, "Belum ada usulan", timeout=2.5)
