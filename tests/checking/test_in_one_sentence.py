"""All of a check told in one message goes into its items, is said back once, and the next question follows."""

import pytest

from tests.checking.looking import Looking, option
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words

TOLD = "sudah kulihat pak, panjangnya cuma 120 meter, saksi Pak Made dan Bu Ina, tidak cocok sama ceritanya"
SIDES = "sudah kulihat, panjangnya 30 meter, tinggi 8 meter, saksi pak RT Yunus dan bu Nining"
KEPT, TOOL = says("uji_tercatat", nomor="Maiwa 1"), says("form.uji_silang.alat.tanya")
PARTY = says("form.uji_silang.saksi_pihak.tanya")


async def _witness(quick: Looking, item: str) -> tuple[str, str | None, str | None]:
    told = (await quick.findings())[item]
    return (
        told["saksi_nama"]["text"],
        told.get("saksi_jenis", {}).get("value"),
        told.get("saksi_pihak", {}).get("value"),
    )


@pytest.mark.parametrize("opened", [True, False])
async def test_all_of_it_is_kept_and_what_lacks_is_asked(quick: Looking, *, opened: bool) -> None:
    await quick.give()
    if opened:
        await quick.open_sheet()
    said = words_of(await quick.ask(quick.amir, TOLD, TOOL))
    assert said in KEPT
    found = await quick.findings()
    assert found["ukuran"]["ukuran"]["sizes"][0]["amount"] == "120"
    assert await _witness(quick, "saksi_1") == ("Pak Made", "l", None)
    assert await _witness(quick, "saksi_2") == ("Bu Ina", "p", None)
    assert found["catatan"]["catatan"]["text"] == "tidak cocok sama ceritanya"


@pytest.mark.parametrize(
    ("typed", "place", "parties"),
    [
        (
            "sdh sy cek, ketemu tempatnya di dekat masjid, saksinya pak made warga sama bu ina kader",
            "betul",
            "warga kader",
        ),
        (
            "tidak ketemu tempatnya. saksi pertama pak made tetangga, saksi kedua bu ina dari pkk",
            "bukan",
            "tetangga kader",
        ),
    ],
)
async def test_the_place_and_the_parties_of_witnesses(quick: Looking, typed: str, place: str, parties: str) -> None:
    await quick.give()
    await quick.ask(quick.amir, typed, KEPT)
    found = await quick.findings()
    assert found["tempat"]["tempat"]["value"] == place
    assert [found[item]["saksi_pihak"]["value"] for item in ("saksi_1", "saksi_2")] == parties.split()


@pytest.mark.parametrize(
    ("far", "amount"),
    [
        ("sumur kering betul, ambil air 2 km", None),
        ("jaraknya 3 km dari rumah warga", None),
        ("panjangnya 24 meter dari sungai", "24"),
    ],
)
async def test_how_far_it_is_is_no_size_of_it(quick: Looking, far: str, amount: str | None) -> None:
    await quick.give()
    await quick.ask(quick.amir, f"sudah kulihat pak, {far}, saksi pak Made dan bu Ina", KEPT)
    found = await quick.findings()
    sizes = found.get("ukuran", {}).get("ukuran", {}).get("sizes", [])
    assert [size["amount"] for size in sizes] == ([amount] if amount else [])
    assert amount or far.rpartition(", ")[2] in found["catatan"]["catatan"]["text"]


async def test_what_slid_there_is_part_of_the_report_and_no_alarm(quick: Looking) -> None:
    await quick.give()
    slid = "sudah kulihat tadi, panjang 480 meter, ada longsor sedikit di tikungan, saksi pak made dan bu ina"
    await quick.ask(quick.amir, slid, KEPT)
    assert "longsor" in (await quick.findings())["catatan"]["catatan"]["text"]
    assert not any(text in mentions("bahaya.bencana") for text in quick.texts(quick.amir))


async def test_it_is_heard_while_an_item_is_asked(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("tempat")
    await quick.ask(quick.amir, "betul, panjangnya 120 meter pakai meteran, saksinya pak made", PARTY)
    found = await quick.findings()
    assert found["tempat"]["tempat"]["value"] == "betul"
    assert found["ukuran"]["alat"]["value"] == "meteran"
    assert await _witness(quick, "saksi_1") == ("pak made", "l", None)


async def test_two_witnesses_told_where_one_is_asked_are_two(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("saksi_1")
    await quick.ask(quick.amir, "pak made dan bu ina", PARTY)
    assert [(await _witness(quick, item))[0] for item in ("saksi_1", "saksi_2")] == ["pak made", "bu ina"]


async def test_of_several_checks_the_one_that_is_named_is_meant(quick: Looking) -> None:
    await quick.give()
    await quick.ask(quick.amir, "sudah kulihat Maiwa 1, panjangnya 120 meter, saksi pak made", KEPT)
    assert "catatan" not in await quick.findings()


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("posyandu sudah kulihat kemarin sama pak Kahar imam, panjangnya cuma 30 meter, tanahnya miring", 1),
        ("tabe pak, panjangnya posyandu itu 30 meter", 1),
        ("sudah kulihat, panjangnya 30 meter, saksi pak Made kader posyandu", 2),
        ("keliru bu, posyandunya 24 meter bukan 22", 1),
        ("saksi posyandu itu bukan bu Ina, ibu Nurhayati kader", 1),
        ("uji silang maiwa 1 ukurannya 24 m pakai meteran", 1),
    ],
)
@pytest.mark.parametrize("asked", [True, False])
async def test_what_is_told_of_another_check_goes_to_that_one(
    quick: Looking, typed: str, at: int, *, asked: bool
) -> None:
    await quick.tells(cerita={"text": "posyandu bocor kalau hujan"})
    await quick.bring("Nur", "Maiwa 2")
    await quick.give()
    await quick.ask(quick.rahman, "suruh amir cek lapangan maiwa 2", says("uji_diberikan", nomor="Maiwa 2"))
    await quick.press_data(quick.amir, f"cek:buka:{await quick.check()}", says("uji_lembar", nomor="Maiwa 2"))
    if asked:
        await quick.begin_item("tempat")
    await quick.ask(quick.amir, typed, says("uji_tercatat", nomor=f"Maiwa {at}"))


async def test_news_that_comes_below_the_sheet_does_not_hide_it(quick: Looking) -> None:
    await quick.give()
    await quick.bring("Nur", "Maiwa 2")
    await quick.open_sheet()
    await quick.town.simulator.move_clock(by=3 * 3600)
    await quick.hears(quick.amir, says("ingat_usulan_baru"))
    await quick.ask(quick.amir, "keliru bu, panjangnya 24 meter bukan 120", KEPT)
    assert [one["amount"] for one in (await quick.findings())["ukuran"]["ukuran"]["sizes"]] == ["24"]


async def test_what_tells_more_of_another_usulan_is_asked_and_writes_over_nothing(quick: Looking) -> None:
    await quick.tells(cerita={"text": "posyandu bocor kalau hujan"}, harapan={"text": "atap baru"})
    await quick.bring("Nur", "Maiwa 2")
    await quick.give()
    await quick.begin_item("ukuran")
    await quick.ask(quick.amir, "22 m", TOOL)
    await quick.ask(quick.amir, "24 m meteran", KEPT)  # in the place of what stood there
    spring = "bak mata air sudah kulihat kemarin, luasnya cuma 30 kali 15 meter, saksi pak Kahar imam dan bu Nining"
    await quick.ask(quick.amir, spring, says("form.uji_ini.bagian.tanya"))
    found = await quick.findings()
    assert ([one["amount"] for one in found["ukuran"]["ukuran"]["sizes"]], "saksi_1" in found) == (["24"], False)


@pytest.mark.parametrize("typed", ["bgm hasil cek mata air", "amir sudah lihat mata air itu belum"])
async def test_how_far_a_check_is_is_asked_in_words(quick: Looking, typed: str) -> None:
    await quick.give()
    await quick.ask(quick.rahman, typed, says("uji_di_usulan"))
    assert await quick.findings() == {}


async def test_what_villagers_tell_is_no_check(quick: Looking) -> None:
    await quick.give()
    story = "jalan di jambu rusak parah 200 meter, 46 KK lewat situ, di dekat masjid"
    await quick.ask(quick.amir, story, lambda message: words_of(message) not in KEPT)
    assert await quick.findings() == {}


async def test_what_a_witness_lacks_is_heard_under_the_sheet(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("saksi_1")
    await quick.ask(quick.amir, "Baharuddin", says("form.uji_silang.saksi_jenis.tanya"))
    await quick.begin_item("saksi_2")  # the first is put aside
    await quick.ask(quick.amir, "/batal", says("draf_dibatalkan"))
    await quick.open_sheet()
    await quick.ask(quick.amir, "laki-laki", PARTY)
    await quick.press(quick.amir, option("saksi_pihak", "warga"), says("uji_lembar"))
    assert await _witness(quick, "saksi_1") == ("Baharuddin", "l", "warga")


@pytest.mark.parametrize("typed", ["sudah selesai ujinya", "selesaimi uji silangnya pak", "beresmi cek lapangannya"])
@pytest.mark.parametrize("asked", [True, False])
async def test_that_it_is_over_names_what_lacks_and_asks_it(quick: Looking, typed: str, *, asked: bool) -> None:
    await quick.give()
    if asked:
        await quick.begin_item("ukuran")
    said = words_of(await quick.ask(quick.amir, typed, says("form.uji_silang.tempat.tanya")))
    assert said in says("uji_belum_lengkap", nomor="Maiwa 1")


async def test_that_it_is_over_closes_it_with_what_was_told(quick: Looking) -> None:
    await quick.tells(ukuran={"sizes": [{"amount": "200", "unit": "m", "side": ""}]})
    await quick.give()
    said = "sudah kulihat, panjangnya 120 meter pakai meteran, betul tempatnya, saksi pak made warga dan bu ina kader"
    await quick.ask(quick.amir, f"{said}, tidak cocok sama ceritanya", KEPT)
    await quick.photograph()
    await quick.ask(quick.amir, "sudah selesai ujinya", says("uji_hasil_mana"))
    read = await quick.press(quick.amir, words("uji_hasil_tidak"), says("form.uji_alasan.tinjau"))
    assert "tidak cocok sama ceritanya" in words_of(read)
    await quick.press(quick.amir, words("tombol.kirim"), says("uji_selesai", hasil="tidak"))
    assert await quick.town.rows("SELECT reason FROM field_checks") == [("tidak cocok sama ceritanya",)]


@pytest.mark.parametrize("typed", ["sudah selesai", "selesaimi pak"])
async def test_under_the_whole_sheet_it_is_the_check_that_is_done(quick: Looking, typed: str) -> None:
    await quick.give()
    await quick.fill()
    await quick.ask(quick.amir, typed, says("uji_hasil_mana"))
    assert await quick.town.rows("SELECT state FROM field_checks") == [("given",)]


async def test_what_is_told_while_it_is_asked_where_the_first_belongs_waits_with_it(quick: Looking) -> None:
    await quick.give()
    await quick.open_sheet()
    await quick.ask(quick.amir, "saksinya Pak Made", says("form.uji_ini.bagian.tanya"))
    await quick.ask(quick.amir, "ukurannya 14 meter", mentions("kata_ikut_menunggu"))
    await quick.press(quick.amir, words("form.uji_ini.bagian.pilihan.saksi"), KEPT)
    assert await _witness(quick, "saksi_1") == ("Pak Made", "l", None)
    assert (await quick.findings())["ukuran"]["ukuran"]["sizes"][0]["amount"] == "14"


async def test_a_landmark_told_before_stays_beside_what_is_said_of_the_place(quick: Looking) -> None:
    await quick.give()
    told = "sudah saya lihat, panjangnya 120 meter diukur meteran, dekat mesjid nurul iman, saksi pak Made warga"
    await quick.ask(quick.amir, told, says("form.uji_silang.tempat.tanya"))
    await quick.press(quick.amir, option("tempat", "betul"), says("uji_lembar"))
    place = (await quick.findings())["tempat"]
    assert (place["tempat"]["value"], place["patokan"]["text"]) == ("betul", "dekat mesjid nurul iman")


async def test_another_witness_is_named_without_a_but(quick: Looking) -> None:
    await quick.give()
    await quick.ask(quick.amir, "panjangnya 120 meter, saksi pak made dan bu ina", KEPT)
    await quick.ask(quick.amir, "eh bukan bu ina, bu ani yg ikut", KEPT)
    assert await _witness(quick, "saksi_2") == ("bu ani", "p", None)


async def test_of_a_size_put_right_the_new_one_is_kept_at_once(place: Looking) -> None:
    await place.give()
    await place.ask(place.amir, SIDES, KEPT)
    await place.ask(place.amir, "yang betul panjang 25 meter", TOOL)
    assert [size["amount"] for size in (await place.findings())["ukuran"]["ukuran"]["sizes"]] == ["25", "8"]


async def test_a_size_and_a_witness_are_put_right_in_one_message(quick: Looking) -> None:
    await quick.give()
    await quick.ask(quick.amir, SIDES, KEPT)
    await quick.ask(quick.amir, "salah, panjangnya 25 bukan 30. saksinya bukan bu nining tapi bu Ros", KEPT)
    assert [size["amount"] for size in (await quick.findings())["ukuran"]["ukuran"]["sizes"]] == ["25", "8"]
    assert (await _witness(quick, "saksi_2"))[0] == "bu Ros"


@pytest.mark.parametrize(
    "typed",
    ["panjangnya cuma 10 meter bukan 12, papan 5 lembar patah", "papan 5 lembar patah, panjangnya 10 bukan 12 meter"],
)
async def test_how_big_it_was_told_to_be_and_what_is_counted_is_no_size(quick: Looking, typed: str) -> None:
    await quick.give()
    await quick.ask(quick.amir, f"sudah kulihat pak, {typed}, saksi Pak Made dan Bu Ina", KEPT)
    found = await quick.findings()
    assert [size["amount"] for size in found["ukuran"]["ukuran"]["sizes"]] == ["10"]
    assert found["catatan"]["catatan"]["text"] == "papan 5 lembar patah"


async def test_of_whom_is_named_again_it_is_told_who_they_are(quick: Looking) -> None:
    await quick.give()
    await quick.ask(quick.amir, "sudah kulihat, panjangnya 10 meter, saksi Pak Made dan Bu Ina", KEPT)
    await quick.ask(quick.amir, "diukur pakai meteran, pak made itu ketua rt, bu ina kader posyandu", KEPT)
    assert (await quick.findings())["ukuran"]["alat"]["value"] == "meteran"
    assert await _witness(quick, "saksi_1") == ("pak made", "l", "dusun")
    assert await _witness(quick, "saksi_2") == ("bu ina", "p", "kader")
    assert "catatan" not in await quick.findings()
