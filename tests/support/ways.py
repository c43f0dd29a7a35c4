"""What people do with what the bot tells them unasked, each in their own way; everything follows from the seed."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from tests.support.kabupaten import Kabupaten
from tests.support.phones import Message, Someone
from tests.support.sentences import words

Way = Callable[[Kabupaten, Someone, Message], Awaitable[None]]
#: Whoever answers one of a hundred messages with a command looks at everything else the bot can show.
_CURIOUS = ("/tugas", "/tugas", "/jadwal", "/kesiapan")
_PHOTO = {"file_id": "F", "file_unique_id": "U", "file_size": 90_000}
_WHY = (
    "Kami kumpul bersama desa sebelah.",
    "Jaringan hilang, mohon diantar ke kantor.",
    "Sudah dikerjakan minggu lalu.",
)


def heard(place: Kabupaten, one: Someone, message: Message) -> None:
    """Some time later, from five minutes to nine hours, they do something about it."""
    way = WAYS.get(one.way)
    if way is not None and message.buttons:
        later = timedelta(minutes=place.chance.choice((5, 20, 20, 60, 150, 540)), seconds=place.chance.randrange(60))
        place.at(place.clock.now() + later, lambda: _react(place, one, message, way))


async def _react(place: Kabupaten, one: Someone, message: Message, way: Way) -> None:
    if message.offers("t:terima:"):
        await place.presses(one, message, "t:tolak:" if place.chance.random() < 0.3 else "t:terima:")
    elif message.offers("t:ambil:"):
        await place.presses(one, message, "t:ambil:")
    elif message.offers("t:sudah:"):
        await way(place, one, message)
    if place.chance.random() < 0.05:
        await place.says(one, place.chance.choice(_CURIOUS))


async def do_one(place: Kabupaten, one: Someone, message: Message) -> None:
    """Say that it is done; where a proof is asked for, a photo, or why there is none."""
    await place.presses(one, message, "t:sudah:")
    asked = next((shown for shown in reversed(one.phone.values()) if shown.offers("t:tanpa:")), None)
    if asked is None:
        return
    if "perempuan" in one.newest().text:
        await place.says(one, "34 perempuan, 41 laki-laki")
        await finish_form(place, one)
    elif place.chance.random() < 0.7:
        await place.posts(one, {"photo": [_PHOTO | {"width": 800, "height": 600}]})
        await finish_form(place, one)
    else:
        await place.presses(one, asked, "t:tanpa:")
        await _explain(place, one)


async def _do_all(place: Kabupaten, one: Someone, message: Message) -> None:
    """Do it, and what the bot names next, until one has had enough."""
    await do_one(place, one, message)
    while place.chance.random() < 0.6 and await place.presses(one, one.newest(), "t:lihat:"):
        if not one.newest().offers("t:sudah:"):
            return
        await do_one(place, one, one.newest())


async def _explain(place: Kabupaten, one: Someone) -> None:
    await place.says(one, place.chance.choice(_WHY))
    await finish_form(place, one)


async def finish_form(place: Kabupaten, one: Someone) -> None:
    """Press whatever ends the form that is open."""
    for _ in range(3):
        for label in (words("tombol.cukup"), words("tombol.kirim"), "Simpan", words("tombol.selesai")):
            if await place.presses(one, one.newest(), label):
                break
        else:
            return


async def _put_off(place: Kabupaten, one: Someone, message: Message) -> None:
    """Once or twice, then do it."""
    key = message.offers("t:sudah:")
    one.put_off[key] = one.put_off.get(key, 0) + 1
    if one.put_off[key] > 1 + place.chance.randrange(2):
        await do_one(place, one, message)
    else:
        await place.presses(one, message, place.chance.choice(("t:sore:", "t:besok:")))


async def _hand_over(place: Kabupaten, one: Someone, message: Message) -> None:
    await place.presses(one, message, "t:serah:")
    if not await place.presses(one, one.newest(), "t:ke:"):
        await do_one(place, one, message)


async def _ask_for_help(place: Kabupaten, one: Someone, message: Message) -> None:
    key = message.offers("t:sudah:")
    one.put_off[key] = one.put_off.get(key, 0) + 1
    if one.put_off[key] > 1:
        await do_one(place, one, message)
        return
    await place.presses(one, message, "t:bantu:")
    await _explain(place, one)


async def _not_needed(place: Kabupaten, one: Someone, message: Message) -> None:
    await place.presses(one, message, "t:tak:")
    await _explain(place, one)


#: Nobody who is silent, or who blocked the bot, stands here.
WAYS: dict[str, Way] = {
    "rajin": _do_all,
    "menunda": _put_off,
    "menyerahkan": _hand_over,
    "minta_bantuan": _ask_for_help,
    "tidak_perlu": _not_needed,
}
