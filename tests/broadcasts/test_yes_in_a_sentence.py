"""Every question of an announcement hears its yes and its no in a sentence, as the one button that it is."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.core.broadcasts.shapes import Audience
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import DRAFT
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from tests.broadcasts.crowd import here, rows, run, sent, settled, tick_until
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place, places, without_a_phone
from tests.support.phones import Someone
from tests.support.sentences import mentions, says
from tests.support.villages import KABUPATEN

__all__ = ["here"]

_ELSEWHERE = "tempat musrenbang kecamatan pindah ke gedung serbaguna"
#: Who was asked, the sentence of the question, and what tells that the yes was heard.
Asked = tuple[Someone, Callable[[], Awaitable[bool]]]


async def _count(here: Kabupaten, query: str) -> bool:
    return bool((await rows(here, query))[0][0])


async def draft(here: Kabupaten, officer: Someone, text: str, where: str = "73.16.01") -> int:
    one = await announce(here.database, officer.id, here.clock.now(), Audience((where,), ("fasilitator_desa",)), text)
    async with here.database.write() as connection:
        await broadcasts.change(connection, one, state=DRAFT, next_at=None)
    return one


async def meeting(here: Kabupaten) -> None:
    starts = here.clock.now() + timedelta(days=90)
    one = Occasion(7, "musrenbang_kecamatan", "73.16.01", "", 2026, starts, "kantor camat", None, here.clock.now())
    async with here.database.write() as connection:
        await occasions.add(connection, one)


async def arrived(here: Kabupaten, number: int) -> tuple[Someone, list[Someone], int]:
    """Sent, and known when."""
    found = await sent(here, number)
    await run(here, "UPDATE deliveries SET sent_at = :now", now=here.clock.real())
    return found


async def _follow(here: Kabupaten) -> Asked:
    officer, _ = await settled(here, 1)
    await meeting(here)
    one = await draft(here, officer, _ELSEWHERE)
    await here.pushes(officer, f"a:kirim:{one}")
    await here.says(officer, "1")
    assert officer.newest().text in says("siaran_jadwal_ikutkah")
    return officer, lambda: _count(here, "SELECT count(*) FROM occasions WHERE place = 'gedung serbaguna'")


async def _withdraw(here: Kabupaten) -> Asked:
    officer, _, one = await sent(here, 1)
    await here.pushes(officer, f"a:tarik:{one}")
    assert officer.newest().text in says("siaran_tarikkah")
    return officer, lambda: _count(here, "SELECT count(*) FROM broadcasts WHERE state = 'withdrawn'")


async def _undo(here: Kabupaten) -> Asked:
    officer, _ = await settled(here, 1)
    await announce(here.database, officer.id, here.clock.now(), starts_in=timedelta(hours=5))
    await here.says(officer, "jangan dikirim")
    assert officer.newest().text in says("siaran_urungkah")
    return officer, lambda: _count(here, "SELECT count(*) FROM broadcasts WHERE state = 'draft'")


async def _hour(here: Kabupaten) -> Asked:
    officer, _ = await settled(here, 1)
    one = await announce(here.database, officer.id, here.clock.now(), starts_in=timedelta(hours=5))
    await here.pushes(officer, f"a:lihat:{one}")
    await here.says(officer, "eh jamnya ganti jam 15 saja")
    assert officer.newest().text in says("siaran_jam_gantikah")
    return officer, lambda: _count(here, "SELECT count(*) FROM broadcasts WHERE starts_at IS NOT NULL")


async def _for_this(here: Kabupaten) -> Asked:
    _, (one,), _ = await arrived(here, 1)
    await here.says(one, "jam berapa bu")
    assert one.newest().text in mentions("siaran_untuk_ini")
    return one, lambda: _count(here, "SELECT count(*) FROM broadcast_replies WHERE words = 'jam berapa bu'")


async def _offered(here: Kabupaten) -> Asked:
    officer, _ = await settled(here, 1)
    await here.says(officer, "kirim ke fasilitator desa di kecamatan maiwa rapat kamis jam 9 di aula bappeda")
    assert officer.newest().text in mentions("form.siaran_tawaran.jadi.tanya")
    return officer, lambda: _count(here, "SELECT count(*) FROM conversations WHERE flow = 'siaran'")


async def asked_second(
    here: Kabupaten, text: str = "tanggal 15 Januari batas akhir laporan"
) -> tuple[Someone, Someone]:
    """The author, and the second officer who was just asked."""
    ratna, hasnah = await without_a_phone(here, [Place(name, "bappeda", KABUPATEN) for name in ("Ratna", "Hasnah")])
    await without_a_phone(here, places(2))
    one = await draft(here, ratna, text, KABUPATEN)
    await here.pushes(ratna, f"a:kirim:{one}")
    return ratna, hasnah


async def _second(here: Kabupaten) -> Asked:
    _, hasnah = await asked_second(here)
    return hasnah, lambda: _count(here, "SELECT count(*) FROM broadcasts WHERE state = 'waiting'")


async def _perhaps_a_note(here: Kabupaten) -> Asked:
    _, hasnah = await asked_second(here)
    await here.says(hasnah, "Bu Ani yang menerima laporan sudah pindah kantor")
    assert hasnah.newest().text in mentions("siaran_catatan_ini", oleh="Ratna")
    return hasnah, lambda: _count(here, "SELECT count(*) FROM broadcasts WHERE state = 'draft'")


async def _the_answer(here: Kabupaten) -> Asked:
    officer, (kadir,), _ = await arrived(here, 1)
    await here.says(kadir, "jam berapa bu")
    await here.says(kadir, "ya")
    await here.says(officer, "itu mulai pukul sembilan pagi")
    assert officer.newest().text in mentions("jawab_ini", isi="itu mulai pukul sembilan pagi")
    return officer, lambda: _count(here, "SELECT count(*) FROM broadcast_replies WHERE answer IS NOT NULL")


async def _line_below(here: Kabupaten) -> Asked:
    officer, _ = await settled(here, 1)
    await announce(here.database, officer.id, here.clock.now(), text="rapat kamis jam 9", asked="balas hadir")
    await tick_until(here, "done")
    await here.says(officer, "aduh salah jamnya yang benar jam 10 bukan jam 9")
    assert officer.newest().text in mentions("form.siaran_ralat.minta.tanya")
    return officer, lambda: _shown_last(officer)


async def _shown_last(officer: Someone) -> bool:
    return officer.newest().text in mentions("form.siaran_ralat.tinjau")


_YES = [
    (
        _follow,
        [
            "iya jadwalnya ikut",
            "ya ikut saja",
            "jadwalnya ikut bu",
            "iya bu biar sekalian semua tahu",
            "baik diubah juga",
        ],
    ),
    (_withdraw, ["ya tarik saja", "iya tarik mi bu", "ditarik saja", "ok tariklah"]),
    (_undo, ["iya batalkan saja", "ya bu batalkan mi", "batalkanlah"]),
    (_hour, ["iya ganti jamnya bu", "ya diganti saja jamnya", "oke mi bu"]),
    (_for_this, ["iya teruskan", "iya bu teruskan", "ya teruskan saja", "diteruskan saja"]),
    (_offered, ["iya jadikan siaran", "ya jadikan mi", "oke bu teruskan"]),
    (_second, ["oke mi bu kirim saja", "iya sudah benar bu", "disetujui bu", "ya setuju kirim mi"]),
    (_perhaps_a_note, ["iya kembalikan saja", "ya bu dikembalikan"]),
    (_the_answer, ["iya kirim jawabannya", "ya bu kirimkan saja", "iya teruskan"]),
    (_line_below, ["masih benar", "iya masih benar", "iya", "iya bu masih benar mi"]),
]


@pytest.mark.parametrize(("question", "typed"), [(question, typed) for question, told in _YES for typed in told])
async def test_a_sentence_that_begins_with_a_yes_or_has_the_words_of_the_button_is_the_yes(
    here: Kabupaten, question: Callable[[Kabupaten], Awaitable[Asked]], typed: str
) -> None:
    who, is_done = await question(here)
    await here.says(who, typed)
    assert await is_done(), who.newest().text


_NO = [
    (_follow, ["tidak usah bu", "iya tapi jangan dulu", "apa jadwalnya ikut?", "iya lihat jadwal"]),
    (_withdraw, ["iya tapi yang kemarin", "jangan ditarik", "nanti saja ditarik"]),
    (_hour, ["tidak usah", "iya tapi jam 16"]),
    (_for_this, ["tidak usah diteruskan", "iya tapi jangan diteruskan"]),
    (_second, ["iya tapi jamnya salah", "oke nanti saya baca"]),
]


@pytest.mark.parametrize(("question", "typed"), [(question, typed) for question, told in _NO for typed in told])
async def test_what_holds_back_or_asks_is_no_yes(
    here: Kabupaten, question: Callable[[Kabupaten], Awaitable[Asked]], typed: str
) -> None:
    who, is_done = await question(here)
    await here.says(who, typed)
    assert not await is_done(), who.newest().text


async def test_a_no_in_a_sentence_leaves_the_calendar(here: Kabupaten) -> None:
    officer, _ = await _follow(here)
    await here.says(officer, "tidak usah bu")
    assert officer.newest().text in says("siaran_jadwal_tetap")


async def test_with_a_second_officers_yes_its_author_is_asked_about_the_calendar(here: Kabupaten) -> None:
    ratna, hasnah = await asked_second(here, "tempat musrenbang kecamatan maiwa pindah ke gedung serbaguna")
    await meeting(here)
    await here.says(hasnah, "setuju")
    assert ratna.newest().text in says("siaran_jadwal_ikutkah")
    await here.says(ratna, "iya jadwalnya ikut")
    assert await rows(here, "SELECT place FROM occasions") == [("gedung serbaguna",)]


async def test_another_hour_while_a_second_officer_looks_at_it_is_asked_for_again(here: Kabupaten) -> None:
    ratna, hasnah = await asked_second(here)
    await here.says(ratna, "eh jamnya ganti jam 15 saja")
    assert ratna.newest().text in says("siaran_jam_gantikah")
    await here.says(ratna, "iya ganti jamnya bu")
    assert ratna.newest().text in says("siaran_kartu")
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]
    await here.says(hasnah, "setuju")
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("rapat kamis 12 november jam 9", []),
        ("rapat Jumat, 12 November jam 9", [{"tulis": "Jumat, 12 November", "benar": "kamis"}]),
        ("rapat kamis jam 9", []),
    ],
)
async def test_a_weekday_that_is_not_that_of_its_date_is_told_before_it_leaves(
    here: Kabupaten, text: str, wrong: list[dict[str, str]]
) -> None:
    officer, _ = await settled(here, 1)
    one = await draft(here, officer, text)
    await here.pushes(officer, f"a:contoh:{one}")
    assert officer.newest().text in says("siaran_kartu", beda_hari=wrong)
