"""Whoever is known to be a child is spoken to as one, also by the clock, and wherever in the text they are meant."""

from bot.store.tables import people
from tests.checking.looking import TOLD, Looking
from tests.support.sentences import says, words


async def test_what_is_asked_and_reminded_of_speaks_to_a_child(quick: Looking) -> None:
    await quick.tells(**TOLD)
    async with quick.town.database.write() as connection:
        await connection.execute(people.update().where(people.c.name == "Sitti").values(name="Adik Sitti"))
    await quick.give()
    await quick.fill(point=(-3.60, 119.77))
    before = len(quick.texts(quick.sitti))
    await quick.end("berubah", "jalannya lain dari cerita")
    await quick.hears(quick.sitti, lambda message: words("uji_tombol_tetap") in str(message.get("reply_markup")))
    await quick.days_later(2)
    await quick.told(quick.sitti, says("klarifikasi_ingat"), 1)
    heard = quick.texts(quick.sitti)[before:]
    assert any("titik Adik" in text for text in heard)
    assert not [text for text in heard if "Bapak/Ibu" in text]
