"""Somebody with a role says in plain words what they want to do, and is never taken for a villager with a story."""

import pytest

from bot.simulator.chats import Person
from tests.support.homes import Home
from tests.support.sentences import Said, mentions, says, words

_STORY = "Jalan ke kebun kami rusak sejak tahun lalu, mobil tidak bisa lewat."


def _was_asked_for_consent(at_home: Home, person: Person) -> bool:
    return any(text in mentions("izin") for text in at_home.texts(person))


@pytest.mark.parametrize(
    ("role", "typed", "said"),
    [
        ("fasilitator_desa", "mau belajar sekarang", says("belajar")),
        ("fasilitator_desa", "mau lihat kemajuan belajar saya", says("belajar")),
        ("fasilitator_desa", "apa ada pertanyaan untuk saya?", says("pertanyaan_daftar")),
        (
            "fasilitator_desa",
            "tolong berhenti dulu pelajarannya dua minggu",
            says("belajar_jeda_dicatat", sampai="21 Januari 2027"),
        ),
        ("fasilitator_desa", "stop kirim pelajaran", says("belajar_jeda_dicatat")),
        (
            "fasilitator_desa",
            "jam belajar senin dan jumat jam 8 malam",
            says("belajar_jam", hari=["Senin", "Jumat"], jam="20.00"),
        ),
        ("fasilitator_desa", "saya mau tanya pelatih", says("form.tanya_pelatih.pertanyaan.tanya")),
        ("fasilitator_desa", "saya mau tanya pelatih: bagaimana kalau warga marah?", says("pelatih_diteruskan")),
        ("fasilitator_desa", "yang hadir 18 perempuan 22 laki-laki", says("rapat_utama")),
        ("fasilitator_desa", "mau undang Aco jadi delegasi", says("undangan_jadi", nama="Aco")),
        ("fasilitator_desa", "mau undang orang jadi delegasi", says("form.undang.nama.tanya")),
        ("fasilitator_desa", "Undang satu orang", says("form.undang.nama.tanya")),
        ("fasilitator_desa", "undang Marni jadi fasilitator desa tuncung", says("undang_di_luar")),
    ],
)
async def test_what_a_facilitator_wants_leads_there(at_home: Home, role: str, typed: str, said: Said) -> None:
    ratna = await at_home.join("Ratna", role)
    await at_home.hold()
    await at_home.ask(ratna, typed, said)
    assert not _was_asked_for_consent(at_home, ratna)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ada yang berhenti belajar?", says("kemajuan")),
        ("apa ada pertanyaan untuk saya?", says("pelatih_daftar")),
    ],
)
async def test_what_a_trainer_wants_leads_there(at_home: Home, typed: str, said: Said) -> None:
    karim = await at_home.join("Karim", "pelatih", "73.16")
    await at_home.join("Ratna")
    await at_home.ask(karim, typed, said)
    assert not _was_asked_for_consent(at_home, karim)


async def test_trainers_and_delegates_find_their_lessons_at_home(at_home: Home) -> None:
    karim, aco = await at_home.join("Karim", "pelatih", "73.16"), await at_home.join("Aco", "delegasi")
    for person, wanted in ((karim, ("belajar", "pertanyaan", "kemajuan")), (aco, ("belajar",))):
        shown = await at_home.ask(person, "menu", says("menu_awal"))
        labels = {key["text"] for row in shown["reply_markup"]["inline_keyboard"] for key in row}
        assert {words(f"tombol_menu_{name}") for name in wanted} <= labels


async def test_what_nobody_understands_is_told_and_can_be_brought_as_one_usulan(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.ask(
        ratna,
        "Ujang pantai loreng sana tapi kuda lima.",
        says("menu_awal", bingung="Ujang pantai loreng sana tapi kuda lima."),
    )
    await at_home.ask(ratna, _STORY, says("menu_awal", bingung=_STORY))
    assert not _was_asked_for_consent(at_home, ratna)
    await at_home.press(ratna, words("tombol_menu_jadikan_usulan"), mentions("izin"))
    shown = await at_home.press(ratna, words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    assert _STORY in shown["text"]
    assert "Ujang" not in shown["text"]


async def test_who_agreed_before_brings_it_with_one_tap(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "/mulai", mentions("izin"))
    await at_home.press(ratna, words("tombol_setuju"), mentions("form.usulan.kecamatan.tanya"))
    await at_home.ask(ratna, "/batal", says("draf_dibatalkan"))
    await at_home.ask(ratna, _STORY, says("menu_awal", bingung=_STORY))
    await at_home.press(ratna, words("tombol_menu_jadikan_usulan"), mentions("mesin.ini_ceritanya"))


async def test_an_officer_who_names_a_village_learns_who_works_there(at_home: Home) -> None:
    nur = await at_home.join("Nur", "bappeda", "73.16")
    await at_home.join("Ratna")
    await at_home.ask(nur, "siapa fasilitator Pattondon Salu, berapa nomornya?", says("tanya_orang", pembaca=["Ratna"]))


@pytest.mark.parametrize(
    "typed",
    ["siapa fasilitator kecamatan Maiwa", "siapa fasilitator kecamatan di Maiwa", "siapa fasilitator di Maiwa"],
)
@pytest.mark.parametrize("is_officer", [True, False])
async def test_who_is_facilitator_of_a_kecamatan_is_told(at_home: Home, typed: str, is_officer: bool) -> None:
    await at_home.join("Tina", "fasilitator_kecamatan", "73.16.01")
    role = ("bappeda", "73.16") if is_officer else ("fasilitator_desa", "73.16.01.2003")
    who = await at_home.join("Nur", *role)
    await at_home.ask(who, typed, says("tanya_orang", pembaca=["Tina"], wilayah="Kecamatan Maiwa"))


@pytest.mark.parametrize(
    ("typed", "case"),
    [
        ("cari bantuan, rumah kami kebakaran", "kebakaran"),
        ("tolong carikan bantuan, ada korban tertimbun longsor", "bencana"),
        ("rumah kami sudah kebakaran, tolong", "kebakaran"),
        ("sudah longsor besar di atas sekolah", "bencana"),
    ],
)
async def test_danger_is_heard_before_any_work(at_home: Home, typed: str, case: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, typed, mentions(f"bahaya.{case}"))
    assert not any(text in mentions("periksa_cari_kosong") for text in at_home.texts(ratna))


async def test_a_task_is_not_done_by_a_reply_that_calls_for_help(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await at_home.task("D13")
    card = await at_home.press_data(ratna, f"t:lihat:{task.id}", lambda message: True)
    await at_home.telegram.say(ratna, "sudah, tapi rumah sebelah kebakaran", reply_to=card["message_id"])
    await at_home.hears(ratna, mentions("bahaya.kebakaran"))
    assert (await at_home.task("D13")).state == "open"


async def test_a_word_of_danger_alone_is_looked_for(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "cari kebakaran", says("periksa_cari_kosong", kata="kebakaran"))
