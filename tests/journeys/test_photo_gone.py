"""A photo is taken back in words, before and after sending."""

import json

import pytest

from tests.browser.pictures import photo
from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Rumah nenek bocor, 15 rumah lain juga"


async def _with_photo(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say("diperbaiki", "foto")
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await sitti.hears("urusan apa")
    return sitti


async def test_a_photo_that_is_to_be_another_changes_no_word_of_the_story(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("wc sekolah rusak parah", "harapkan")
    await sitti.say("dibangunkan yang baru", "foto")
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await sitti.hears("urusan apa")
    await sitti.say("ganti fotonya, yg td bukan wc", mentions("mesin.hapus_sudah"))
    told = await _answers(place)
    assert ("foto" in told, told["cerita"]["text"]) == (False, "wc sekolah rusak parah")


@pytest.mark.parametrize(
    "typed",
    [
        *("foto hapus, itu bukan rumah saya", "fotonya hapus saja pak", "hapus gambarnya"),
        *("fotonya tolong dibuang, ada muka anak saya", "hapus foto yg ada muka anakku"),
        "ada muka anakku di foto, tolong hapus",
    ],
)
async def test_a_photo_that_is_to_go_goes_and_nothing_else(any_place: Town, typed: str) -> None:
    sitti = await _with_photo(any_place)
    said = await sitti.say(typed, mentions("mesin.hapus_sudah"))
    told = await _answers(any_place)
    assert "urusan apa" in said
    assert ("foto" in told, "juga" in told, told["cerita"]["text"]) == (False, False, STORY)


@pytest.mark.parametrize(
    "typed",
    [
        *("fotonya salah", "itu salah foto pak, bukan rumah nenek", "sy salah kirim foto", "fotonya bukan rumahku"),
        *("aduh salah foto itu pak, itu foto kebun sy", "fotonya salah kirim ka", "aih salah foto ka, hapus dulu itu"),
        *("salahka kirim gambar, itu sawahnya om sy", "itu fotonya org lain tawwa, jgn dipakai nah"),
        *("batalkan foto yg td, bukan itu mau kukirim", "foto td salah ki pak, itu foto anakku ji"),
        *("salah kirim foto kebun ka", "foto terakhir jangan dipakai, itu foto makanan"),
        *("astaga salah kirim foto ka, itu foto kebun sy bukan rumah nenek", "fotonya salah, yg itu rumah om sy"),
    ],
)
async def test_a_wrong_photo_is_asked_for_once_more(any_place: Town, typed: str) -> None:
    sitti = await _with_photo(any_place)
    said = await sitti.say(typed, mentions("mesin.hapus_sudah"))
    assert "Ada foto" in said
    assert "foto" not in await _answers(any_place)
    await any_place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await sitti.hears("urusan apa")
    told = await _answers(any_place)
    assert (len(told["foto"]), told["cerita"]["text"], "kategori" in told, "juga" in told) == (1, STORY, False, False)


@pytest.mark.parametrize("typed", ["hapus foto yang terakhir", "aduh foto apa itu kukirim, hapus mi dulu"])
async def test_a_photo_that_is_to_go_is_no_cry(place: Town, typed: str) -> None:
    sitti = await _with_photo(place)
    assert "urusan apa" in await sitti.say(typed, mentions("mesin.hapus_sudah"))
    assert "foto" not in await _answers(place)


@pytest.mark.parametrize(
    "typed",
    [
        *("fotonya bagus?", "foto rumah rusak itu jelas", "nanti ku kirim foto yang lain", "foto KTP saya hilang"),
        *("salah satu foto bupati roboh di lapangan", "papan gambar jembatan salah tulis, minta diganti"),
        *("itu foto rumah nenek dari depan", "gambar jembatan itu di papan proyek, salah tulis"),
        *("jangan dipakai fotoku di fb nah", "sy tarik foto dari hp anakku tadi", "salah paham, fotonya sudah benar"),
    ],
)
async def test_what_is_only_said_of_a_photo_takes_none_back(place: Town, typed: str) -> None:
    sitti = await _with_photo(place)
    await sitti.say(typed, bool)
    assert "foto" in await _answers(place)


@pytest.mark.parametrize(
    "typed",
    [
        *("foto hapus, itu bukan rumah saya", "fotonya salah", "itu yg foto jgn ditulis", "jangan masukkan fotonya"),
        "foto yg itu jgn dikasi masuk",
    ],
)
async def test_the_photo_of_what_was_sent_goes_after_a_yes(any_place: Town, typed: str) -> None:
    sitti = await _with_photo(any_place)
    await sitti.press(words("tombol.cukup"), mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say(typed, says("ralat_bandingkan", nomor="Maiwa 1"))
    assert "foto" in await sitti.answers()
    await sitti.say("ya", says("ralat_dicatat", nomor="Maiwa 1"))
    assert "foto" not in await sitti.answers()
    seen = await any_place.rows("SELECT file_id FROM media WHERE question = 'foto'")
    noted = await any_place.rows("SELECT detail FROM events WHERE kind = 'diralat'")
    assert {row[0] for row in seen} <= {""}, "the row itself goes with its file, which upkeep takes away when it may"
    assert [json.loads(row[0]) for row in noted] == [{"tanya": "foto"}]


async def test_of_two_photos_that_were_sent_the_last_alone_goes(any_place: Town) -> None:
    sitti = await _with_photo(any_place)
    await any_place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await any_place.until("SELECT state LIKE '%foto%file_id%file_id%' FROM conversations", True)
    await sitti.press(words("tombol.cukup"), mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    both = (await sitti.answers())["foto"]
    await sitti.say("aduh salah foto itu pak, itu foto kebun sy", says("ralat_bandingkan", nomor="Maiwa 1"))
    await sitti.say("ya", says("ralat_dicatat", nomor="Maiwa 1"))
    seen = await any_place.rows("SELECT file_id FROM media WHERE question = 'foto' ORDER BY id")
    assert ((await sitti.answers())["foto"], [row[0] for row in seen]) == (both[:1], [both[0]["file_id"], ""])


@pytest.mark.parametrize(
    ("typed", "mark"),
    [("pin itu meleset", None), ("lokasi yg kukirim tdk tepat, di belakang masjid", {"text": "di belakang masjid"})],
)
async def test_the_point_of_what_was_sent_goes_after_a_yes(place: Town, typed: str, mark: object) -> None:
    sitti = await _with_photo(place)
    await place.simulator.location(sitti.person, -3.6, 119.8)
    await sitti.hears("titik di peta")
    await sitti.press(words("tombol.cukup"), mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say(typed, says("ralat_bandingkan", nomor="Maiwa 1"))
    await sitti.say("ya", says("ralat_dicatat", nomor="Maiwa 1"))
    told = await sitti.answers()
    assert ("lokasi" in told, told.get("patokan")) == (False, mark)


@pytest.mark.parametrize(
    "typed",
    ["foto itu salah, yang benar tadi", "foto terakhir salah", "aduh salah foto itu pak, itu foto kebun sy"],
)
async def test_of_two_photos_the_last_alone_goes(place: Town, typed: str) -> None:
    sitti = await _with_photo(place)
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await place.until("SELECT json_array_length(json_extract(state, '$.answers.foto.value')) FROM conversations", 2)
    await sitti.say(typed, mentions("mesin.foto_terakhir_keluar"))
    told = await _answers(place)
    assert (len(told["foto"]), "juga" in told) == (1, False)


@pytest.mark.parametrize(
    ("typed", "left"), [("foto yang pertama dihapus saja", 1), ("hapus foto pertama pak", 1), ("foto kedua salah", 0)]
)
async def test_of_two_photos_the_one_goes_that_is_counted(place: Town, typed: str, left: int) -> None:
    sitti = await _with_photo(place)
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await place.until("SELECT json_array_length(json_extract(state, '$.answers.foto.value')) FROM conversations", 2)
    before = (await _answers(place))["foto"]
    await sitti.say(typed, mentions("mesin.foto_ke_keluar", nomor=2 - left))
    assert (await _answers(place))["foto"] == [before[left]]


@pytest.mark.parametrize("typed", ["fotonya salah pak, hapus saja", "yang tadi itu bukan fotonya pak, salah pencet"])
async def test_a_wrong_photo_goes_and_nothing_is_kept_of_the_words(place: Town, typed: str) -> None:
    sitti = await _with_photo(place)
    await sitti.say(typed, mentions("mesin.hapus_sudah"))
    told = await _answers(place)
    assert ("foto" in told, "juga" in told) == (False, False)


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("titiknya bukan di situ, di atas sedikit dekat masjid", "dekat masjid"),
        ("salah titik itu", ""),
        ("pin yang saya kirim salah", ""),
        ("bukan di situ titiknya, lebih ke bawah", ""),
        ("pin itu meleset", ""),
        ("titiknya meleset pak, agak jauh dari situ", ""),
        ("titik yg di peta itu melenceng jauh", ""),
        ("aduh pin nya kepencet, bukan di situ tempatnya", ""),
        ("sharelok ku salah, sy lagi di pasar waktu kirim", ""),
        ("bukan situ pak, itu lokasi kantorku ji", ""),
        ("lokasinya salah ki, itu titik rumahku", ""),
        ("itu titik tempatku skrg, bukan tempat rumah nenek", ""),
        ("itu lokasi saya sekarang pak, bukan rumahnya", ""),
        ("titik petanya kurang pas, harusnya dekat masjid", "dekat masjid"),
        ("pinnya geser ke atas sedikit, dekat jembatan", "dekat jembatan"),
    ],
)
async def test_a_wrong_point_goes_and_where_it_should_be_is_kept(any_place: Town, typed: str, mark: str) -> None:
    sitti = await _with_photo(any_place)
    await any_place.simulator.location(sitti.person, -3.6, 119.8)
    await sitti.hears("titik di peta")
    await sitti.say(typed, mentions("mesin.titik_keluar", isi=mark) if mark else mentions("mesin.hapus_sudah"))
    told = await _answers(any_place)
    assert ("lokasi" in told, "juga" in told) == (False, False)
    assert told.get("patokan", {"text": ""}) == {"text": mark}
    await any_place.simulator.location(sitti.person, -3.61, 119.81)
    await sitti.hears("titik di peta")
    assert (await _answers(any_place))["lokasi"]["lat"] == -3.61


@pytest.mark.parametrize(
    "typed",
    [
        *("titik banjirnya meleset dari pinggir jalan", "titik air di situ sering meleset ke kebun orang"),
        "titik api sekarang di kebun, bukan rumah warga",
        *("pin ATM saya salah terus", "peta desa di kantor salah, minta diganti"),
    ],
)
async def test_what_is_only_said_of_points_takes_none_back(place: Town, typed: str) -> None:
    sitti = await _with_photo(place)
    await place.simulator.location(sitti.person, -3.6, 119.8)
    await sitti.hears("titik di peta")
    await sitti.say(typed, bool)
    assert "lokasi" in await _answers(place)


async def test_over_the_card_the_point_is_asked_for_once_more(place: Town) -> None:
    sitti = await _with_photo(place)
    await place.simulator.location(sitti.person, -3.6, 119.8)
    await sitti.hears("titik di peta")
    await sitti.press(words("tombol.cukup"), mentions("form.usulan.tinjau"))
    assert "Kirim lokasi" in await sitti.say("pin itu meleset", mentions("mesin.hapus_sudah"))
    await place.simulator.location(sitti.person, -3.61, 119.81)
    await sitti.hears(mentions("form.usulan.tinjau"))
    assert (await _answers(place))["lokasi"]["lat"] == -3.61


@pytest.mark.parametrize("typed", ["yang di foto jgn ditulis namanya", "fotonya jangan ditulis nama anakku"])
async def test_a_name_that_is_not_to_be_written_takes_no_photo(place: Town, typed: str) -> None:
    sitti = await _with_photo(place)
    await sitti.press(words("tombol.cukup"), mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say(typed, bool)
    assert not await place.rows("SELECT 1 FROM conversations")
    assert "foto" in await sitti.answers()


@pytest.mark.parametrize(
    "typed",
    [
        *("tdk berani ka foto, dia liat ka nanti", "takut ka foto, nanti dia lihat", "malu ka foto"),
        *("nda berani ka kirim fotonya", "segan ka ambil foto di situ"),
    ],
)
async def test_who_does_not_dare_to_take_a_photo_is_asked_on_and_the_reason_is_kept_nowhere(
    any_place: Town, typed: str
) -> None:
    sitti = Proposer(any_place)
    await sitti.until_photo()
    said = await sitti.say(typed, mentions("form.usulan.kategori.tanya"))
    assert "tidak perlu diisi" in said
    assert {"foto", "juga"}.isdisjoint(await _answers(any_place))


@pytest.mark.parametrize("typed", ["tdk berani anak2 lewat di situ", "takut ka foto, jembatannya rusak"])
async def test_what_tells_more_than_a_no_skips_no_photo(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(typed, bool)
    ((state,),) = await place.rows("SELECT state FROM conversations")
    assert "foto" not in json.loads(state)["skipped"]
