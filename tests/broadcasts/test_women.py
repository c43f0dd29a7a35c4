"""Women delegates are written to where they said themselves that they are; nobody else says it of them."""

from bot.simulator.chats import Person
from tests.broadcasts.desk import TEXT, asks, begin, choose_places, choose_roles, finish
from tests.roles.conftest import Office
from tests.support.client import labels
from tests.support.sentences import mentions, says, words

TUNCUNG, BOIYA = "73.16.01.2003", "73.16.01.2012"


async def _says(office: Office, name: str, which: str | None, scope: str = TUNCUNG) -> Person:
    person = await office.join(name, "delegasi", scope)
    if which is not None:
        await office.ask(person, "/dataku", mentions("dataku"))
        await office.press(person, words("tombol_jenis"), says("jenis_tanya", ada=False))
        await office.press(
            person, words(f"tombol_jenis_{which}"), says("jenis_dicatat", perempuan=which == "perempuan")
        )
    return person


async def test_only_those_who_said_so_get_it_and_how_many_never_said_is_told(any_office: Office) -> None:
    office = any_office
    await _says(office, "Sitti", "perempuan")
    await _says(office, "Budi", "laki")
    await _says(office, "Aco", None, BOIYA)
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, TEXT, asks("peran"))
    await office.ask(hasnah, "delegasi perempuan", says("siaran_penerima_dicatat"))
    await office.hears(hasnah, asks("tingkat"))
    await choose_places(office, hasnah, ["Maiwa"])
    card = await finish(office, hasnah)
    assert card["text"] in says("siaran_kartu", jumlah=1, belum_menyebut=1)
    assert words("siaran_untuk_delegasi_perempuan") in card["text"]


async def test_which_delegates_is_asked_of_who_goes_on(office: Office) -> None:
    await _says(office, "Sitti", "perempuan")
    await _says(office, "Budi", "laki")
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, TEXT, asks("peran"))
    await choose_roles(office, hasnah, ["Delegasi"])
    await choose_places(office, hasnah, ["Maiwa"])
    await office.press(hasnah, words("tombol.lewati"), asks("delegasi"))
    await office.press(hasnah, "Perempuan saja", asks("syarat"))
    assert (await finish(office, hasnah))["text"] in says("siaran_kartu", jumlah=1, belum_menyebut=0)


async def test_said_before_the_words_it_is_not_asked_again(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    said = f"kirim ke delegasi perempuan kecamatan Maiwa {TEXT}"
    await office.ask(hasnah, said, mentions("form.siaran_tawaran.jadi.tanya"))
    await office.ask(hasnah, "ya", asks("diminta"))
    seen = await office.press(hasnah, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    assert "Perempuan saja" in seen["text"]
    assert seen["text"].count("Maiwa") == 1


async def test_nobody_but_a_delegate_is_asked_and_the_answer_can_be_taken_away(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", TUNCUNG)
    assert words("tombol_jenis") not in labels(await office.ask(rahman, "/dataku", mentions("dataku")))
    assert await office.toast(rahman, "o:jenis.perempuan") == words("tombol_lewat")
    sitti = await _says(office, "Sitti", "perempuan")
    await office.ask(sitti, "/dataku", mentions("tombol_jenis_perempuan"))
    await office.press(sitti, words("tombol_jenis"), says("jenis_tanya", ada=True, perempuan=True))
    await office.press(sitti, words("tombol_jenis_hapus"), says("jenis_dihapus"))
    assert await office.town.rows("SELECT * FROM genders") == []


async def test_it_goes_with_the_person(any_office: Office) -> None:
    office = any_office
    sitti = await _says(office, "Sitti", "perempuan")
    await _says(office, "Budi", "laki")
    await office.ask(sitti, "/dataku", mentions("tombol_jenis_perempuan"))
    await office.press(sitti, words("tombol_hapus"), says("yakin_hapus"))
    await office.telegram.press(sitti, words("tombol_ya_hapus"))
    await office.town.until("SELECT count(*) FROM genders", 1)
