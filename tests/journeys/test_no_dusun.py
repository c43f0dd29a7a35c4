"""Whoever does not know the name of the dusun brings an usulan all the same, and the facilitator asks for it."""

import json
from typing import Any

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_whole_usulan import DESA, HOPE, STORY, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _until_dusun(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.press("Maiwa", "Desa atau kelurahan")
    await sitti.press("Pattondon Salu", mentions("form.usulan.dusun.tanya"))
    return sitti


async def _draft(place: Town) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])["answers"]
    return found


async def test_an_usulan_without_its_dusun_is_sent_read_and_completed(any_place: Town) -> None:
    sitti = await _until_dusun(any_place)
    await sitti.say("nda ada di situ dusunku", mentions("mesin.tulis_namanya"))
    await sitti.press(words("tombol.belum_tahu"), mentions("mesin.tempat_menyusul"))
    await sitti.say(STORY, "harapkan")
    await sitti.say(HOPE, "foto")
    await sitti.press("Cukup", mentions("mesin.dilewati"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    assert "dusun" not in await sitti.answers()
    edi = await facilitator(any_place, "Edi", FASILITATOR_DESA, DESA)
    await any_place.ask(edi, "/periksa", "Maiwa 1")
    await any_place.press(edi, "Buka Maiwa 1", "Daftar tanya")
    await sitti.say("kabar maiwa 1", says("kabar_isi"))
    await sitti.say("/usulanku", "Maiwa 1")
    await sitti.press("Lengkapi Maiwa 1", mentions("form.usulan.dusun.tanya"))
    await sitti.say("jambu", "foto")
    await sitti.press("Cukup", "Usulannya jadi begini")
    await sitti.press(words("tombol.kirim"), mentions("lengkapi_dicatat"))
    assert {"name": "Jambu", "listed": True} == (await sitti.answers())["dusun"]


async def test_the_facilitator_asks_which_dusun_it_is(place: Town) -> None:
    sitti = await _until_dusun(place)
    await sitti.say("lupa", mentions("mesin.tempat_menyusul"))
    await sitti.say(STORY, "harapkan")
    await sitti.say(HOPE, "foto")
    await sitti.press("Cukup", mentions("mesin.dilewati"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    edi = await facilitator(place, "Edi", FASILITATOR_DESA, DESA)
    await place.ask(edi, "/periksa", "Maiwa 1")
    await place.press(edi, "Buka Maiwa 1", "Daftar tanya")
    await place.press(edi, "Tanyakan: Dusun", words("klarifikasi_hal.dusun"))
    await sitti.hears(words("klarifikasi_hal.dusun"))
    await sitti.press("Jambu", "Jambu")
    assert "Jambu" == (await sitti.answers())["dusun"]["name"]


async def test_a_landmark_told_instead_is_kept(place: Town) -> None:
    sitti = await _until_dusun(place)
    await sitti.say("tidak tau dusunnya, di bawah masjid situ", mentions("mesin.tempat_menyusul"))
    assert {"text": "di bawah masjid"} == (await _draft(place))["patokan"]["value"]


@pytest.mark.parametrize("between", ["lanjut", "tidak ada di situ", "80 KK"])
async def test_an_offered_name_is_not_taken_by_a_later_yes(place: Town, between: str) -> None:
    sitti = await _until_dusun(place)
    await sitti.say("buntu paken", mentions("mesin.nama_baru"))
    await sitti.say(between, mentions("form.usulan.dusun.tanya"))
    await sitti.say("ok", mentions("form.usulan.dusun.tanya"))
    assert "dusun" not in await _draft(place)


LONG = "37 ibu hamil di dusun batu lappa desa pattondon salu maiwa jauh dari puskesmas, atap polindes bocor"


@pytest.mark.parametrize(
    ("typed", "dusun"), [("keberatan ka", None), ("iya", "batu lappa"), ("bukan, sossok nama dusunnya", "sossok")]
)
async def test_a_long_first_message_is_the_story_alone(any_place: Town, typed: str, dusun: str | None) -> None:
    sitti = Proposer(any_place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(LONG, mentions("mesin.nama_baru"))
    if dusun == "sossok":
        await sitti.say(typed, mentions("mesin.nama_baru"))
        typed = "iya"
    await sitti.say(typed, mentions("mesin.ini_ceritanya"))
    await sitti.press(words("tombol.ya_cerita"), "harapkan")
    told = {key: one["value"] for key, one in (await _draft(any_place)).items()}
    assert (told["cerita"]["text"], "juga" in told) == (LONG, False)
    assert dusun == told.get("dusun", {}).get("name")


async def test_what_is_for_all_is_no_wish(place: Town) -> None:
    sitti = await _until_dusun(place)
    await sitti.say("wc umum pasar rusak sekali, bau", mentions("mesin.ini_ceritanya"))
    assert "harapan" not in await _draft(place)


async def test_a_length_is_no_part_of_a_name(place: Town) -> None:
    sitti = await _until_dusun(place)
    await sitti.say("dusun batu lappa 800 meter hancur jalannya", "batu lappa")
    await sitti.say("bukan! lappa saja nama dusunnya. 800 meter itu panjang jalannya", "lappa")
    await sitti.say("iya", mentions("mesin.ini_ceritanya"))
    told = {key: one["value"] for key, one in (await _draft(place)).items()}
    assert ("lappa", "800") == (told["dusun"]["name"], told["ukuran"]["sizes"][0]["amount"])


async def test_that_it_is_everywhere_is_kept_and_what_stands_beside_is_no_wish(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("sapi kami di pattondon salu maiwa mati 14 ekor tidak ada mantri hewan", "Itu cerita")
    await sitti.press(words("tombol.ya_cerita"), mentions("form.usulan.dusun.tanya"))
    await sitti.say("tidak tau, semua dusun. pos hewan itu jauh 38 km di Baraka", mentions("mesin.tempat_semua"))
    told = await _draft(place)
    assert told["juga"]["value"]["text"] == "tidak tau, semua dusun\npos hewan itu jauh 38 km di Baraka"
    assert told.keys().isdisjoint({"dusun", "harapan", "ukuran"})


@pytest.mark.parametrize(
    "said",
    [
        "jangan dijadikan nama dusun",
        "itu bukan dusun, itu nama orang",
        "salah, haji sudirman itu bukan nama dusun pak",
        "dusunnya salah, itu nama orang",
        "aih haji sudirman itu namanya bapakku pak",
        "salah ketik ka, haji sudirman itu nama temanku",
    ],
)
@pytest.mark.parametrize("later", [False, True])
async def test_a_name_that_is_no_dusuns_is_taken_back_and_asked_anew(any_place: Town, said: str, later: bool) -> None:
    sitti = Proposer(any_place)
    await sitti.simulator.begin(sitti.person)
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("pattondon salu", "Dusun")
    await sitti.say("Haji Sudirman", "belum ada di daftar")
    await sitti.press(words("tombol.pakai_nama"), "ceritakan")
    if later:
        await sitti.say("jalan ke kebun licin kalau hujan", "harapkan")
    asked = await sitti.say(said, mentions("mesin.ralat_tanya", lama="Dusun Haji Sudirman"))
    assert "Dusun mana" in asked
    told = json.loads((await any_place.rows("SELECT state FROM conversations"))[0][0])
    assert "dusun" not in {**told["answers"], **told["before"]}
    assert ("cerita" in told["answers"]) == later
    await sitti.say("Jambu", "harapkan" if later else "ceritakan")


@pytest.mark.parametrize("said", ["itu namanya bapakku", "eh itu nama bapakku pak", "itu namanya suamiku ji"])
async def test_a_name_that_is_offered_is_no_dusun_where_it_is_said_to_be_a_persons(place: Town, said: str) -> None:
    sitti = await _until_dusun(place)
    await sitti.say("Haji Sudirman", "belum ada di daftar")
    assert "belum ada di daftar" not in await sitti.say(said, mentions("form.usulan.dusun.tanya"))
    assert "dusun" not in await _draft(place)
    await sitti.say("Jambu", "ceritakan")


@pytest.mark.parametrize("said", ["itu namanya bapakku", "namanya bapakku Samsul"])
async def test_somebodys_name_is_not_offered_as_a_dusun(place: Town, said: str) -> None:
    sitti = await _until_dusun(place)
    assert "belum ada di daftar" not in await sitti.say(said, "belum ketemu")
    assert "dusun" not in await _draft(place)


@pytest.mark.parametrize("said", ["dusunnya namanya Bapakku", "Kampung Baru, itu namanya dusunku", "dusun pak Samsul"])
async def test_what_is_said_to_be_the_dusuns_name_is_offered(place: Town, said: str) -> None:
    sitti = await _until_dusun(place)
    assert "Nama" in await sitti.say(said, "belum ada di daftar")


@pytest.mark.parametrize(
    "said",
    ["Samsul itu bukan nama dusun", "Samsul itu namanya bapakku", "dusunnya salah, itu nama bapakku"],
)
async def test_after_sending_it_is_asked_for_the_dusun_itself(place: Town, said: str) -> None:
    sitti = await _until_dusun(place)
    await sitti.say("Samsul", "belum ada di daftar")
    await sitti.press(words("tombol.pakai_nama"), "ceritakan")
    await sitti.say(STORY, "harapkan")
    await sitti.say(HOPE, "foto")
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say(said, "Yang tercatat sekarang")
    await sitti.say("Jambu", says("ralat_dicatat", nomor="Maiwa 1"))
    assert (await sitti.answers())["dusun"] == {"name": "Jambu", "listed": True}
