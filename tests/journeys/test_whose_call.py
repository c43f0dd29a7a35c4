"""What a reader writes while calls are open belongs to one of them only where it singles it out, and only while that is
fresh; else it is asked, and nothing is lost meanwhile."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.journeys.test_whose_words import _holding
from tests.journeys.villagers import photo
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

FIRE = "gudang kopi terbakar, penjaga masih di dalam, tolong, di desa pattondon salu maiwa"
SNAKE = "ibuku digigit ular, tolong, di desa pattondon salu maiwa"
FALL = "pamanku jatuh dari pohon tidak sadar, tolong, di desa pattondon salu maiwa"
CLIMBS = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"
HALF_A_DAY = 13 * 3600


async def _open(place: Town, *calls: str) -> tuple[Person, list[Proposer]]:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    await facilitator(place, "Amir", FASILITATOR_KECAMATAN, DESA.rpartition(".")[0])
    callers = [Proposer(place, f"Warga{at}") for at in range(len(calls))]
    for one, text in zip(callers, calls, strict=True):
        await one.say(text, lambda told: "110" in told["text"])
        await place.simulator.wait_for(
            rahman, mentions("bahaya.kabar_korban" if text != FIRE else "bahaya.kabar_kebakaran", kutipan=text)
        )
    return rahman, callers


def _reads(place: Town, whom: Proposer, text: str) -> bool:
    return any(text in one for one in place.simulator.said(whom.person))


@pytest.mark.parametrize(
    "text",
    [
        "sy sama bhabinkamtibmas meluncur",
        "mobil puskesmas sudah keluar",
        "ambulans puskesmas maroangin sudah jalan",
        "otw",
        "warga satu dusun semua sudah kumpul di lokasi bapak itu",
        "sore baru sy bisa antar selimut sama beras",
    ],
)
async def test_of_two_of_one_kind_and_place_it_is_asked_and_no_clock_stops(place: Town, text: str) -> None:
    rahman, callers = await _open(place, SNAKE, FALL)
    asked = await place.ask(rahman, text, says("bahaya.untuk_siapa", kutipan=text))
    await place.until(CLIMBS, 2)
    assert not any(_reads(place, one, text) for one in callers)
    await place.press(rahman, next(one for one in labels(asked) if "ular" in one), says("bahaya.disampaikan"))
    await callers[0].hears(mentions("bahaya.kata_petugas", kutipan=text))
    assert not _reads(place, callers[1], text)


async def test_what_is_for_everybody_goes_to_everybody_by_one_press(place: Town) -> None:
    rahman, callers = await _open(place, FALL, SNAKE)
    await place.ask(rahman, "tim BPBD dalam perjalanan", says("bahaya.untuk_siapa"))
    await place.press(rahman, words("bahaya.tombol_semua"), says("bahaya.disampaikan_semua", jumlah=2))
    for one in callers:
        await one.hears(mentions("bahaya.kata_petugas", kutipan="tim BPBD dalam perjalanan"))
    await place.until(CLIMBS, 0)
    assert (await place.rows(CLIMBS))[0][0] == 0


@pytest.mark.parametrize("sorts", ["yang pertama tadi untuk gudang", "button"])
async def test_what_was_asked_about_waits_beside_what_comes_next(place: Town, sorts: str) -> None:
    rahman, (fire, snake) = await _open(place, FIRE, SNAKE)
    first, second = "pak dusun sy suruh ke situ bawa orang", "ditahan dulu jangan jalan kaki"
    await place.ask(rahman, first, says("bahaya.untuk_siapa", kutipan=first))
    asked = await place.ask(rahman, second, says("bahaya.untuk_siapa", kutipan=second))
    told = await place.press(
        rahman, next(one for one in labels(asked) if "ular" in one), says("bahaya.untuk_siapa", kutipan=first)
    )
    await snake.hears(mentions("bahaya.kata_petugas", kutipan=second))
    assert not _reads(place, fire, first)
    if sorts == "button":
        await place.press(rahman, next(one for one in labels(told) if "gudang" in one), says("bahaya.disampaikan"))
    else:
        await place.ask(rahman, sorts, says("bahaya.disampaikan"))
    await fire.hears(mentions("bahaya.kata_petugas", kutipan=first))
    assert not _reads(place, fire, sorts)


async def test_what_is_for_another_by_its_own_words_leaves_the_first_waiting(place: Town) -> None:
    rahman, (fire, snake) = await _open(place, FIRE, SNAKE)
    first = "pak dusun sy suruh ke situ bawa orang"
    await place.ask(rahman, first, says("bahaya.untuk_siapa", kutipan=first))
    await place.ask(rahman, "digigit ular jangan jalan kaki", says("bahaya.untuk_siapa", kutipan=first))
    await snake.hears(mentions("bahaya.kata_petugas", kutipan="digigit ular jangan jalan kaki"))
    assert not any(_reads(place, one, first) for one in (fire, snake))


WORK = [
    "saya ke lokasi maiwa 1 tadi, mess itu betul roboh, ukurannya 6 x 8 meter",
    "kemarin sy cek jembatan jambu, panjangnya 15 meter, papannya lapuk 6 lembar",
    "undangan musrenbang sudah saya bawa ke sana",
    "yg maiwa 1 itu untuk uji silang",
]


@pytest.mark.parametrize("text", WORK)
@pytest.mark.parametrize("answered", [True, False])
async def test_words_about_other_work_are_for_nobody_who_called(place: Town, text: str, answered: bool) -> None:
    rahman, (snake,) = await _open(place, SNAKE)
    if answered:
        await place.ask(rahman, "tunggu bu, sy ke sana", says("bahaya.disampaikan"))
    await place.ask(rahman, text, bool)
    assert not _reads(place, snake, text[:20])


@pytest.mark.parametrize("caption", ["hadirin musrenbang desa", "kegiatan posyandu"])
async def test_a_photo_of_a_meeting_is_for_nobody_who_called(place: Town, caption: str) -> None:
    rahman, (snake,) = await _open(place, SNAKE)
    await place.ask(rahman, "tunggu bu, sy ke sana", says("bahaya.disampaikan"))
    await place.photo(rahman, photo(), bool, caption=caption)
    assert not _reads(place, snake, caption)


@pytest.mark.parametrize("text", ["sy di jalan, tunggu di rumah", "sabar bu", "sdh ada mobil di situ?"])
async def test_after_a_night_of_silence_nothing_goes_by_itself(place: Town, text: str) -> None:
    rahman, (snake,) = await _open(place, SNAKE)
    await place.ask(rahman, "tunggu bu, sy ke sana", says("bahaya.disampaikan"))
    await place.simulator.move_clock(by=HALF_A_DAY)
    await place.begin_again()
    await place.ask(rahman, text, bool)
    assert not _reads(place, snake, text)


async def test_what_they_write_keeps_it_fresh(place: Town) -> None:
    rahman, (snake,) = await _open(place, SNAKE)
    await place.ask(rahman, "tunggu bu, sy ke sana", says("bahaya.disampaikan"))
    await place.simulator.move_clock(by=8 * 3600)
    await place.begin_again()
    await snake.say("belum datang juga pak, tolong", mentions("bahaya.susulan"))
    assert await place.simulator.wait_for(rahman, mentions("bahaya.kabar_susulan"))
    await place.simulator.move_clock(by=6 * 3600)
    await place.begin_again()
    await place.ask(rahman, "sabar bu, sy di jalan", says("bahaya.disampaikan"))
    await snake.hears(mentions("bahaya.kata_petugas", kutipan="sabar bu, sy di jalan"))


@pytest.mark.parametrize("text", ["kebakaran di boiya semalam sudah padam, tidak ada korban", "apinya sudah padam"])
async def test_a_fire_that_is_out_ends_nothing_else(place: Town, text: str) -> None:
    rahman, _ = await _open(place, SNAKE, FALL)
    told = await place.ask(rahman, text, bool)
    assert not any(words("bahaya.tombol_aman") in one for one in labels(told))
    await place.until("SELECT count(*) FROM alarms WHERE said IS NOT NULL", 2)


async def test_the_button_that_ends_says_so_and_the_caller_reads_what_was_said(place: Town) -> None:
    rahman, (fire, snake) = await _open(place, FIRE, SNAKE)
    asked = await place.ask(rahman, "semua sudah aman", says("bahaya.reda_yang_mana"))
    label = next(one for one in labels(asked) if "ular" in one)
    assert words("bahaya.tombol_aman") in label
    await place.press(rahman, label, says("bahaya.lewat"))
    await snake.hears(mentions("bahaya.kabar_lewat", kutipan="semua sudah aman"))
    await snake.say("semua sudah keluar hidup2, satu dibawa ke RS", lambda told: bool(told["text"]))
    assert not _reads(place, fire, "semua sudah aman")


SHOCK = "mertuaku tersengat listrik jatuh dari tiang, tolong, di desa pattondon salu maiwa"
WALL = "tembok sekolah roboh timpa anak2, tolong, di desa pattondon salu maiwa"
TREE = "pohon mangga tumbang timpa kakekku, tolong, di desa pattondon salu maiwa"
WELL = "adekku jatuh di sumur, masih menangis, tolong, di desa pattondon salu maiwa"


async def _cries(place: Town, *calls: str) -> tuple[Person, list[Proposer]]:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    callers = [Proposer(place, f"Warga{at}") for at in range(len(calls))]
    for one, text in zip(callers, calls, strict=True):
        await one.say(text, lambda told: "110" in told["text"])
        await place.simulator.wait_for(rahman, _holding(text))
    return rahman, callers


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("matikan dulu sakringnya, jangan sentuh orangnya", SHOCK),
        ("mcb nya kasi turun dulu", SHOCK),
        ("tim tagana ke sekolah sekarang", WALL),
        ("yang kena pohon itu masih sadar kah?", TREE),
        ("yg sumur ulurkan tali", WELL),
        ("brigade alat berat jam 10 sampai di tempatnya Warga1", WALL),
    ],
)
@pytest.mark.parametrize("answered", [True, False])
async def test_what_somebody_said_in_other_words_points_to_them(
    place: Town, text: str, whose: str, answered: bool
) -> None:
    calls = (SHOCK, WALL, TREE, WELL)
    rahman, callers = await _cries(place, *calls)
    if answered:
        other = "yang listrik jangan dipegang" if whose != SHOCK else "yang sumur tunggu"
        await place.ask(rahman, other, says("bahaya.disampaikan"))
    await place.ask(rahman, text, says("bahaya.disampaikan"))
    await callers[calls.index(whose)].hears(mentions("bahaya.kata_petugas", kutipan=text))
    assert sum(_reads(place, one, text) for one in callers) == 1


@pytest.mark.parametrize("text", ["siap", "otw", "sy segera ke sana", "tunggu di rumah pak"])
@pytest.mark.parametrize("answered", [True, False])
async def test_what_points_to_nobody_is_asked_about(place: Town, text: str, answered: bool) -> None:
    rahman, callers = await _cries(place, SHOCK, TREE)
    if answered:
        await place.ask(rahman, "yang pohon masih sadar?", says("bahaya.disampaikan"))
        if text.startswith("tunggu"):
            return  # what promises nothing goes on with the one above
    await place.ask(rahman, text, says("bahaya.untuk_siapa", kutipan=text))
    assert not any(_reads(place, one, text) for one in callers)


@pytest.mark.parametrize(
    "text",
    [
        "saya ke rumah yang kesetrum dulu, yang sumur tolong tunggu, jangan turun",
        "saya otw ke yang listrik, yang sumur ulurkan tali dulu",
    ],
)
async def test_a_sentence_about_two_goes_whole_to_both_and_promises_one(place: Town, text: str) -> None:
    rahman, (shock, tree, well) = await _cries(place, SHOCK, TREE, WELL)
    await place.ask(rahman, text, says("bahaya.disampaikan_semua", jumlah=2))
    for one in (shock, well):
        await one.hears(mentions("bahaya.kata_petugas", kutipan=text))
    assert not _reads(place, tree, text)
    waits = [row[0] for row in await place.rows("SELECT said FROM alarms WHERE next_at IS NOT NULL ORDER BY id")]
    assert waits == [TREE, WELL]


async def test_what_only_points_is_an_answer_and_can_be_taken_to_another(place: Town) -> None:
    rahman, (shock, tree, _) = await _cries(place, SHOCK, TREE, WELL)
    text = "yang pohon itu dulu"
    await place.ask(rahman, text, says("bahaya.disampaikan"))
    await tree.hears(mentions("bahaya.kata_petugas", kutipan=text))
    asked = await place.press(rahman, words("bahaya.tombol_untuk_lain"), says("bahaya.untuk_siapa", kutipan=text))
    await place.press(rahman, next(one for one in labels(asked) if "listrik" in one), says("bahaya.disampaikan"))
    await shock.hears(mentions("bahaya.kata_petugas", kutipan=text))
