"""Violence told to nobody's question for a story: nothing of it is kept, offered or asked after, unless whoever told it
says so. And whoever fears that somebody reads along learns what stays on this telephone."""

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "suami saya pukul saya tiap malam"
AFTER = "semalam dia marah lagi, mukaku bengkak"


async def _begun(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    return sitti


async def _agreed(place: Town) -> Proposer:
    sitti = await _begun(place)
    await sitti.press(words("tombol_setuju"), "kecamatan")
    return sitti


async def _is_nowhere(place: Town) -> None:
    kept = [row[0] for row in await place.rows("SELECT state FROM conversations UNION ALL SELECT answers FROM usulan")]
    assert not any(part in one for one in kept for part in ("pukul", "bengkak"))


async def _nobody_is_asked_after_it(place: Town) -> None:
    assert [] == [row for row in await place.rows("SELECT nudge_at FROM conversations") if row[0] is not None]


async def test_told_before_the_yes_nothing_of_it_follows(any_place: Town) -> None:
    sitti = await _begun(any_place)
    await sitti.say(STORY, says("bahaya.lanjut", terpisah=True))
    await sitti.say(AFTER, bool)
    await sitti.press(words("tombol_setuju"), says("form.usulan.kecamatan.tanya"))
    await _nobody_is_asked_after_it(any_place)
    await sitti.say("maiwa desa pattondon salu dusun jambu", "ceritakan")
    await sitti.say("jalan di dusun rusak sejak lama", "harapkan")
    await _is_nowhere(any_place)
    await sitti.say("mohon dirabat", "foto")
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=False))
    assert any_place.texts(sitti.person)[-1] in says("tanda_terima", tertutup=False)
    assert "jalan di dusun rusak sejak lama" == (await sitti.answers())["cerita"]["text"]
    assert [] == await any_place.rows("SELECT flow FROM conversations")


@pytest.mark.parametrize("when", ["kecamatan", "dusun", "wish", "photo", "first"])
async def test_told_at_any_question_but_that_for_the_story_it_is_kept_nowhere(any_place: Town, when: str) -> None:
    sitti = await (_begun if when == "first" else _agreed)(any_place)
    if when == "first":
        await sitti.say("air jauh sekali dari rumah kami", says("kata_pertama"))
        await sitti.press(words("tombol_setuju"), says("mesin.ini_ceritanya"))
    if when in ("dusun", "wish", "photo"):
        await sitti.say("pattondon salu", "Dusun")
    if when in ("wish", "photo"):
        await sitti.press("Jambu", "ceritakan")
        await sitti.say("jalan rusak kalau hujan", "harapkan")
    if when == "photo":
        await sitti.say("mohon dirabat", "foto")
    await sitti.say(STORY, says("bahaya.lanjut", terpisah=True))
    await sitti.say(AFTER, says("bahaya.lanjut", terpisah=True))
    await _is_nowhere(any_place)
    await _nobody_is_asked_after_it(any_place)
    (state,) = await any_place.rows("SELECT state FROM conversations")
    kept = {"kecamatan": "", "first": "air jauh", "dusun": "Pattondon", "wish": "jalan rusak", "photo": "dirabat"}
    assert kept[when] in state[0]


async def test_the_place_that_stands_in_the_same_words_stays(place: Town) -> None:
    sitti = await _agreed(place)
    await sitti.say(f"desa pattondon salu maiwa. {STORY}", says("bahaya.lanjut", terpisah=True))
    (state,) = await place.rows("SELECT state FROM conversations")
    assert "Pattondon Salu" in state[0]
    await _is_nowhere(place)


@pytest.mark.parametrize("said", ["mau saya sampaikan", "itu usulan saya", "tolong sampaikan"])
async def test_whoever_says_that_it_is_to_be_told_tells_it(any_place: Town, said: str) -> None:
    sitti = await _agreed(any_place)
    await sitti.say(STORY, says("bahaya.lanjut", terpisah=True))
    await sitti.say(said, "kecamatan")
    (row,) = await any_place.rows("SELECT state, nudge_at FROM conversations")
    assert STORY in row[0]
    assert row[1] is None


async def test_with_nothing_open_it_is_offered_by_the_quiet_button_alone(place: Town) -> None:
    sitti = await _agreed(place)
    await sitti.press(words("tombol.batal"), bool)
    await sitti.say("ya", bool)
    await sitti.say(STORY, says("bahaya.lanjut", terpisah=True))
    assert [] == await place.rows("SELECT flow FROM conversations")
    await sitti.press(words("bahaya.tombol_sampaikan"), "kecamatan")
    assert STORY in (await place.rows("SELECT state FROM conversations"))[0][0]


async def test_answered_as_the_story_and_left_alone_it_goes_with_the_messages(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(STORY, says("bahaya.lanjut", terpisah=False))
    await _nobody_is_asked_after_it(any_place)
    await any_place.simulator.move_clock(by=31 * 86_400.0)
    await any_place.until("SELECT count(*) FROM conversations", 0)


ASKED = [
    "suamiku bisa lihat tidak kalau saya tulis disini",
    "kalau dibaca suami bahaya saya",
    "ini hp sering dibuka suami",
    "bagaimana caranya hapus chat ini",
    "cara hapus percakapan ini di hp",
    "apa suami saya bisa baca ini",
    "takut ka ketahuan suami",
    "hp ku sering dicek suami",
    "jgn sampe suami sy tau",
    "bisa kah dihapus chat ini",
    "mau kuhapus semua chat ini bagaimana caranya",
    "orang di rumah bisa lihat ini?",
    "nanti dilihat suami",
    "bagaimana supaya tidak kelihatan di hp",
    "apakah pesan ini bisa hilang sendiri",
]
SILENT = ["jangan kasih tau siapa siapa", "jangan bilang siapa2 nah", "jangan cerita ke siapapun di"]
LATER = [
    "cerita yang tadi itu betul tidak ada yang baca",
    "ini saya coba dulu, kalau saya hapus apa betul hilang",
    "dia ada di grup desa, jangan sampai dia tahu",
]


@pytest.mark.parametrize("when", ["before", "kecamatan", "idle"])
async def test_who_else_may_read_this_is_answered_at_any_time(place: Town, when: str) -> None:
    sitti = await (_begun if when == "before" else _agreed)(place)
    if when == "idle":
        await sitti.press(words("tombol.batal"), bool)
        await sitti.say("ya", bool)
    for text in (*ASKED, *SILENT):
        await sitti.say(text, says("bahaya.jejak"))
    assert any(text in says("bahaya.jejak", diam=True) for text in place.texts(sitti.person))
    rows = await place.rows("SELECT state FROM conversations UNION ALL SELECT update_ids FROM first_words")
    assert not any("suami" in row[0] or row[0].strip("[]").isdecimal() for row in rows)


async def test_whoever_was_told_where_help_is_asks_who_knows_and_keeps_nothing(place: Town) -> None:
    sitti = await _agreed(place)
    await sitti.say("saya dipukul suami tadi malam", bool)
    for text in LATER:
        await sitti.say(text, says("bahaya.jejak"))
    kept = str(await place.rows("SELECT state FROM conversations"))
    assert not any(text in kept for text in LATER)


@pytest.mark.parametrize("text", ASKED[:4])
async def test_it_is_answered_at_every_question(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(text, says("bahaya.jejak"))
    await sitti.say("jalan rusak kalau hujan", "harapkan")
    await sitti.say(text, says("bahaya.jejak"))
    await sitti.say("mohon dirabat", "foto")
    await sitti.say(text, says("bahaya.jejak"))
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    answer = await place.ask(sitti.person, text, says("bahaya.jejak"))
    assert words("tombol_lanjutkan") in labels(answer)
    await sitti.press(words("tombol_lanjutkan"), mentions("form.usulan.tinjau"))
    assert text not in str(await place.rows("SELECT state FROM conversations"))


@pytest.mark.parametrize(
    "text",
    [
        "ini suamiku yang pegang HP sekarang",
        "anak sy yg pegang hp ini tadi",
        "jangan tampilkan, suami sy yang baca tadi",
        "berarti kalo ku hapus di sini hilang juga di sana",
        "kalau sy hapus chatnya apakah di kantor masih ada",
    ],
)
async def test_whoever_holds_this_telephone_is_shown_nothing_of_it(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("jalan rusak kalau hujan", "harapkan")
    assert "jalan rusak" not in await sitti.say(text, says("bahaya.jejak"))
    await sitti.say("mohon dirabat", "foto")
    kept = str(await place.rows("SELECT state FROM conversations"))
    assert ("mohon dirabat" in kept, text in kept) == (True, False)


async def test_violence_beside_the_question_is_answered_first(place: Town) -> None:
    sitti = await _begun(place)
    await sitti.say(f"{STORY}, kalau dibaca suami bahaya saya", says("bahaya.jejak"))
    assert any(text in says("bahaya.kekerasan") for text in place.texts(sitti.person))


@pytest.mark.parametrize(
    "text",
    [
        "bagaimana cara hapus usulan",
        "suami saya tidak bisa lihat lagi, buta",
        "anak-anak pegang hp terus, tidak ada taman bacaan",
    ],
)
async def test_what_only_sounds_like_it_is_something_else(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    assert await sitti.say(text, bool) not in says("bahaya.jejak")


@pytest.mark.parametrize("where", ["idle", "kecamatan"])
@pytest.mark.parametrize(
    "text",
    [
        "guru ngaji pegang2 anakku, lapor ke mana",
        "pak guru suka peluk2 cium murid perempuan",
        "tetangga sy hajar istrinya",
        "anak tetangga dirantai bapaknya",
        "adik kelas sy dipegang2 sama gurunya, harus bagaimana",
        "anak sebelah tdk dikasih makan ibu tirinya bu",
        "keponakanku dihamili pamannya kodong",
        "kami lihat guru menempeleng siswa, bisa dilaporkan?",
    ],
)
async def test_what_is_told_of_a_third_person_gets_help_and_is_no_usulan(place: Town, text: str, where: str) -> None:
    sitti = await _agreed(place)
    if where == "idle":
        await sitti.press(words("tombol.batal"), bool)
    await sitti.say(text, says("bahaya.lanjut", terpisah=True))
    assert any("129" in told for told in place.texts(sitti.person)[-3:])
    assert not any(text[:12] in row[0] for row in await place.rows("SELECT state FROM conversations"))
