"""Whoever tells on a borrowed telephone says their name: it is asked whose it is, and nobody is made nameless by it."""

import json
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.journeys.villagers import consent
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _about(place: Town) -> dict[str, Any]:
    rows = await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    about: dict[str, Any] = json.loads(rows[0][0]).get("about", {})
    return about


async def _until_card(place: Town) -> Proposer:
    ramli = Proposer(place, "Ramli")
    await ramli.until_card("Kambing banyak mati karena penyakit.", "Mohon bibit kambing.")
    return ramli


@pytest.mark.parametrize(
    "text",
    [
        "kirim, atas nama nurdin ya bukan ramli",
        "jangan tulis nama suami saya ya tulis Nurdin",
        "saya tetangganya ramli, nurdin",
        "saya nurdin tetangga ramli",
        "ini suara pak nurdin bukan saya",
    ],
)
async def test_another_name_is_asked_about_and_may_be_ones_own(any_place: Town, text: str) -> None:
    ramli = await _until_card(any_place)
    await ramli.say(text, says("suara_nama_ini", nama="Nurdin", hp="Ramli"))
    await ramli.press(words("tombol_nama_saya", nama="Nurdin"), says("nama_diganti", nama="Nurdin"))
    assert not (await _about(any_place)).get("unnamed")
    await ramli.press(words("tombol.kirim"), mentions("tanda_terima", nama="Nurdin"))
    assert ["Nurdin"] == [row[0] for row in await any_place.rows("SELECT name FROM people")]


async def test_somebody_who_borrows_the_telephone_is_asked_and_is_the_voice(place: Town) -> None:
    ramli = Proposer(place, "Ramli")
    await ramli.until_story()
    await ramli.say("ini mi saya nurdin, kambing banyak mati karena penyakit", says("suara_nama_ini", nama="Nurdin"))
    await ramli.press(words("tombol_pinjam_hp"), "18 tahun")
    await ramli.press("Sudah", "setuju")
    await ramli.press("Ya, setuju", "kabar")
    await ramli.press("Ya, lewat HP ini", says("suara_dipakai", nama="Nurdin"))
    assert "Nurdin" == (await _about(place))["suara"]["name"]


async def test_whoever_types_for_somebody_is_led_to_their_voice_and_the_words_stay(place: Town) -> None:
    told = "sy ramli tetangganya nenek cahaya, nenek buta jadi sy yg ketikkan. jalan ke pustu tidak ada pegangannya"
    ramli = Proposer(place, "Ramli")
    await ramli.simulator.begin(ramli.person)
    await ramli.hears(says("izin"))
    await ramli.press("Setuju", "kecamatan")
    await ramli.say(told, says("suara_nama_ini", nama="Nenek Cahaya", hp="Ramli", diketikkan=True))
    await ramli.press(words("tombol_untuk_nama", nama="Nenek Cahaya"), "18 tahun")
    await ramli.press("Sudah", "setuju")
    await ramli.press("Ya, setuju", "kabar")
    await ramli.press("Ya, lewat HP ini", mentions("mesin.ini_ceritanya"))
    await ramli.press(words("tombol.ya_cerita"), "kecamatan")
    assert "Nenek Cahaya" == (await _about(place))["suara"]["name"]
    ((state,),) = await place.rows("SELECT state FROM conversations")
    assert "tidak ada pegangannya" in state


async def test_a_name_behind_other_words_is_asked_about(place: Town) -> None:
    ramli = Proposer(place, "Ramli")
    await ramli.until_story()
    await ramli.say("ini istrinya yang pakai hp namaku Hasni", says("suara_nama_ini", nama="Hasni", hp="Ramli"))
    assert "Hasni" == (await _about(place))["disebut"]


@pytest.mark.parametrize(
    "text",
    [
        "ini saya lagi, jalan di kampung rusak berat",
        "nama saya Ramli, jalan rusak berat",
        "ini ika yg ketik untuk bapak matanya, jalan gelap dan rusak berat",
        "saya ditinggal suami saya, rumah rusak",
    ],
)
async def test_nobody_else_is_heard_where_none_speaks(place: Town, text: str) -> None:
    ramli = Proposer(place, "Ramli")
    await ramli.until_story()
    await ramli.say(text, "harapkan")
    assert "disebut" not in await _about(place)


async def test_who_wants_no_name_gets_none(place: Town) -> None:
    ramli = await _until_card(place)
    await ramli.say("jangan tulis nama saya ya", mentions("jangan_nama"))
    assert (await _about(place))["unnamed"]


async def test_who_begins_another_usulan_under_their_own_name_is_asked(any_place: Town) -> None:
    ramli = await _until_card(any_place)
    await ramli.press(words("tombol.kirim"), says("tanda_terima", nomor="Maiwa 1"))
    await ramli.say("ini saya tajuddin tetangganya ramli mau usul juga", says("suara_nama_ini", nama="Tajuddin"))


async def test_for_another_is_heard_behind_a_yes_and_a_consent_is_pressed(any_place: Town) -> None:
    ramli = Proposer(any_place, "Ramli")
    await any_place.simulator.begin(ramli.person)
    await ramli.hears(says("izin"))
    await ramli.press(words("tombol_setuju"), "kecamatan")
    await ramli.say("ya, untuk orang lain", "nama panggilan")
    await ramli.say("nenek sia", "18 tahun")
    await ramli.press("Sudah", "setuju")
    await ramli.say("dia sudah setuju tadi saya bacakan", mentions("mesin.hanya_ditekan"))
    assert not await any_place.rows("SELECT id FROM speakers")
    await ramli.press("Ya, setuju", "kabar")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("saya bawakan usulan bu Murni: atap rumahnya bocor kalau hujan", "Bu Murni"),
        ("Buat anak saya Fikri, minta jamban di SD 40 karena rusak", "Fikri"),
        ("untuk bapak Made, atap rumahnya bocor umur 70", "Bapak Made"),
        ("titip usulan tetangga sy nenek Sabi, jalan ke rumahnya rusak parah", "Nenek Sabi"),
        ("ini usulannya pak Tola, tetangga saya tidak punya hp: pipa air putus di kampung", "Pak Tola"),
        ("tabe, saya tulis untuk tetanggaku Indo Sitti, dia tidak bisa menulis. katanya sumurnya kering", "Indo Sitti"),
        ("sy ketikkan punyanya Indo Rabi, sumurnya kering, minta sumur bor", "Indo Rabi"),
        ("ini usulannya Indo Sitti, sy cuma bantu ketik. sumurnya kering dua bulan", "Indo Sitti"),
        ("saya mewakili nenekku yang tidak bisa baca, atap rumahnya bocor", "Nenek"),
        ("saya tulis untuk tetangga saya yang buta, jalan ke rumahnya rusak", "Tetangga"),
    ],
)
async def test_whose_usulan_is_brought_in_one_breath_is_asked_and_nothing_is_lost(
    place: Town, text: str, name: str
) -> None:
    ramli = Proposer(place, "Ramli")
    await ramli.until_story()
    await ramli.say(text, says("suara_nama_ini", nama=name, hp="Ramli", diketikkan=True))
    rows = await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    assert text.rsplit(" ", maxsplit=1)[-1] in str(rows[0][0])


NEIGHBOUR = (
    "tabe, saya tulis untuk tetanggaku Indo Sitti, dia tidak bisa menulis. katanya sumurnya kering sudah 2 bulan, "
    "minta dibuatkan sumur bor. ada 12 rumah juga begitu"
)


async def test_what_is_typed_for_a_neighbour_before_the_consent_is_theirs_and_whole(place: Town) -> None:
    ramli = Proposer(place, "Ramli")
    await place.simulator.begin(ramli.person)
    await ramli.hears(says("izin"))
    await ramli.say(NEIGHBOUR, "kami simpan baik-baik")
    await ramli.press(words("tombol_setuju"), says("suara_nama_ini", nama="Indo Sitti", diketikkan=True))
    await ramli.say("siapa nama yg tercatat, sy atau indo sitti?", mentions("nama_tercatat", nama="Ramli"))
    await ramli.press(words("tombol_untuk_nama", nama="Indo Sitti"), "18 tahun")
    await ramli.press("Sudah", "setuju")
    await ramli.press("Ya, setuju", "kabar")
    await ramli.press("Ya, lewat HP ini", mentions("mesin.ini_ceritanya"))
    await ramli.press(words("tombol.ya_cerita"), "kecamatan")
    await ramli.say("nama siapa yg tercatat, sy atau indo sitti?", mentions("nama_tercatat", suara="Indo Sitti"))
    ((state,),) = await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    assert "sumurnya kering sudah 2 bulan" in state
    assert "12 rumah juga begitu" in state


async def test_of_whom_no_name_is_said_the_name_is_asked(place: Town) -> None:
    ramli = Proposer(place, "Ramli")
    await ramli.until_story()
    await ramli.say("saya mewakili nenekku yang tidak bisa baca, atapnya bocor", says("suara_nama_ini", nama="Nenek"))
    assert await ramli.press(words("tombol_untuk_nama", nama="Nenek"), "nama panggilan")


@pytest.mark.parametrize(
    "text",
    [
        "jalan di dekat rumah bu Murni, rusak parah kalau hujan",
        "mau usul untuk anak-anak SD, minta jamban",
        "untuk ibu hamil, minta posyandu yang dekat",
        "untuk pak desa, tolong jalan kami diperbaiki",
        "saya mewakili warga dusun Jambu, minta jalan diperbaiki",
        "saya tulis untuk anak sekolah, minta bangku yang baru",
    ],
)
async def test_who_is_only_named_brings_nobodys_usulan(place: Town, text: str) -> None:
    ramli = Proposer(place, "Ramli")
    await ramli.until_story()
    await ramli.say(text, lambda message: True)
    assert not any(said in says("suara_nama_ini", diketikkan=True) for said in place.texts(ramli.person))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ambe' Sodding, bapak mertua sy", "Ambe' Sodding"),
        ("bapak mertua sy, Ambe' Sodding", "Ambe' Sodding"),
        ("Nenek Rabi (tetangga saya)", "Nenek Rabi"),
        ("Ambe Sodding - mertua sy", "Ambe Sodding"),
    ],
)
async def test_who_that_is_to_them_is_no_part_of_the_name(place: Town, typed: str, name: str) -> None:
    person = await consent(place)
    await place.press(person, words("tombol_orang_lain"), says("form.suara.nama.tanya"))
    await place.ask(person, typed, mentions("mesin.dicatat", isi=name))


async def test_only_who_that_is_to_them_is_asked_about(place: Town) -> None:
    person = await consent(place)
    await place.press(person, words("tombol_orang_lain"), says("form.suara.nama.tanya"))
    await place.ask(person, "bapak mertua sy", mentions("nama_orang.panggilan"))
