"""One page per role, help by role and by screen; what stands there can be typed and is understood."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from bot.core.records import Grant
from bot.reports import document
from bot.work.access import COMMANDS, OFTEN, allowed, command, menu_of, role
from bot.work.guide import SCREENS
from tests.support.homes import Home, labels
from tests.support.sentences import says, words
from tests.support.town import catalog_of

LEVELS = {"desa": "73.16.01.2002", "kecamatan": "73.16.01", "kabupaten": "73.16"}
ROLES = list(OFTEN)


def _typed(name: str) -> list[str]:
    lines = words(f"panduan_{name}_ketik", contoh="Maiwa").splitlines()
    return [line.partition(" = ")[0] for line in lines]


@pytest.mark.parametrize("name", ROLES)
def test_the_five_things_on_the_page_are_understood_and_allowed(name: str) -> None:
    """Commands that this role has; plain words that mean work."""
    grants = [Grant(name, LEVELS[role(name).level])]
    typed = _typed(name)
    assert len(typed) == 5
    ear = catalog_of().ear
    assert ear is not None
    for text in typed:
        if text.startswith("/"):
            assert allowed(command(text.removeprefix("/")), grants)
        else:
            acts = ear.hear(text, "work")
            assert [act.name for act in (*acts.done, *acts.maybe[:1]) if act.name.startswith("kerja_")], text


@pytest.mark.parametrize("name", ROLES)
def test_each_role_has_its_most_used_commands_first_and_a_villagers_last(name: str) -> None:
    found = [entry.name for entry in menu_of([Grant(name, LEVELS[role(name).level])])]
    assert found[: len(OFTEN[name])] == [one for one in OFTEN[name] if one in found]
    assert found[-1] == "batal"
    assert "mulai" in found[len(OFTEN[name]) :]
    assert all(any(entry.name == one for entry in COMMANDS) for one in OFTEN[name])


async def test_the_page_comes_as_a_picture_and_as_one_sheet(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.join("Ani", "fasilitator_kecamatan", "73.16.01")
    await at_home.ask(ratna, "/panduan", says("panduan_kirim"))
    sent = await at_home.town.simulator.wait_for(ratna, lambda one: "document" in one)
    sheet = PdfReader(io.BytesIO(at_home.town.simulator.file(sent["document"]["file_id"])))
    (page,) = sheet.pages
    text = " ".join(page.extract_text().split())
    assert "apa tugas saya" in text
    assert "Ani, fasilitator kecamatan" in text
    shown = await at_home.town.simulator.wait_for(ratna, lambda one: "photo" in one, since=0)
    picture = Image.open(io.BytesIO(at_home.town.simulator.file(shown["photo"][-1]["file_id"])))
    assert picture.width > 500  # Telegram keeps 1,280 pixels of the longer side


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("template", ["panduan", "panduan_hp"])
def test_the_longest_page_is_one(name: str, template: str) -> None:
    long = "Sitti Nurhayati Rahmawati binti Muhammad Syarifuddin Pasinringi"
    told = words("panduan_tanya_orang", nama=long, peran="fasilitator kecamatan", nomor="0812-3456-7890")
    lines = [line.split(" = ") for line in words(f"panduan_{name}_ketik", contoh="Buntu Batu").splitlines()]
    data = {
        "agency": "Badan Perencanaan Pembangunan Daerah Kabupaten Enrekang",
        "title": words("panduan_judul", peran=words(f"peran_{name}")),
        "day": "",
        "footer": words("panduan_kaki", akun="KawanMusrenbangBot"),
        "does": {"title": words("panduan_bagian_guna"), "lines": words(f"panduan_{name}_guna").splitlines()},
        "say": {"title": words("panduan_bagian_ketik"), "lines": lines},
        "ask": {"title": words("panduan_bagian_tanya"), "lines": [words("panduan_tanya_bot"), told, "Bappeda"]},
    }
    assert len(PdfReader(io.BytesIO(document.pdf(template, data))).pages) == 1


async def test_an_officer_s_help_begins_with_their_work(at_home: Home) -> None:
    officer = await at_home.join("Hasnah", "bappeda", "73.16")
    told = (await at_home.ask(officer, "/bantuan", says("bantuan_peran")))["text"]
    assert told.index("/kesiapan") < told.index("/mulai")
    villager = at_home.town.simulator.add_person("Sitti")
    await at_home.ask(villager, "/bantuan", says("bantuan"))


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_says_what_it_is_and_what_may_be_pressed(at_home: Home, screen: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    opened = {"tugas": "tugas_daftar_saya", "kesiapan": "kesiapan_desa", "rapat": "rapat_utama"}
    seen = await at_home.ask(ratna, f"/{screen}", says(opened.get(screen, "periksa_kosong_saya")))
    (help_key,) = {words("tombol_layar"), words("tombol_layar_singkat")} & set(labels(seen))
    await at_home.press(ratna, help_key, says(f"layar_{screen}"))


@pytest.mark.parametrize(
    ("scope", "sort"), [("73.16.01.2003", "desa"), ("73.16.01.1001", "kelurahan"), ("73.16.01", "")]
)
async def test_help_speaks_of_a_dusun_or_of_a_lingkungan(at_home: Home, scope: str, sort: str) -> None:
    role = "fasilitator_desa" if sort else "fasilitator_kecamatan"
    rahman = await at_home.join("Rahman", role, scope)
    told = (await at_home.ask(rahman, "/bantuan", says("bantuan_peran")))["text"]
    assert words("menu_tempat", jenis=sort) in told
    assert ("dusun" in told) is (sort != "kelurahan")
