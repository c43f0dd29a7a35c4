"""A question with choices: its buttons, who chose what by a button or in own words, and the tally."""

import json
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.broadcasts.crowd import here, rows
from tests.broadcasts.officers import draft, html, town
from tests.broadcasts.street import DESA, Street, Streets, open_street
from tests.support.client import labels
from tests.support.kabupaten import Kabupaten
from tests.support.sentences import mentions, says, words
from tests.support.town import town as open_town

__all__ = ["here"]

_ASKED, _DATES = "bisa ikut tanggal 20 atau 27?", ("tanggal 20", "tanggal 27")
_BOTH = "dua-duanya"
_ALSO_BOTH = (*_DATES, _BOTH, "tidak bisa")


async def _choices(here: Kabupaten) -> list[str]:
    found = (await rows(here, "SELECT message FROM broadcasts"))[0][0]
    told: list[str] = json.loads(found)["choices"]
    return told


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("kasih tombol jawaban tanggal 20 dan tanggal 27", [*_ALSO_BOTH]),
        ("tolong kasih tombol tanggal 20 dan 27 bu", [*_ALSO_BOTH]),
        ("yang diminta: pilih tanggal 20 / tanggal 27", [*_ALSO_BOTH]),
        ("yang diminta pilih tanggal: 20 Januari atau 27 Januari", ["20 Januari", "27 Januari", _BOTH, "tidak bisa"]),
        ("tombolnya: tanggal 20, tanggal 27, tidak bisa", [*_ALSO_BOTH]),
        ("pilihannya: pagi, siang, sore", ["pagi", "siang", "sore", "semuanya", "tidak bisa"]),
        ("pilihannya: hadir, tidak hadir", ["hadir", "tidak hadir"]),
        ("pilihannya: kantor camat, SDN 45", ["kantor camat", "SDN 45"]),
        ("kasih tombol jawaban", [*_ALSO_BOTH]),
        ("kasih tombol supaya tinggal ditekan 20 atau 27", ["20", "27"]),
    ],
)
async def test_buttons_for_the_choices_of_a_sample(here: Kabupaten, typed: str, choices: list[str]) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita, text=_ASKED)
    await here.says(masyita, typed)
    assert await _choices(here) == choices


async def test_they_are_offered_and_told_while_it_is_written(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text=_ASKED)
    assert masyita.newest().offers(f"a:pilihan:{one}")
    await here.says(masyita, "ubah")
    await here.says(masyita, "kasih tombol jawaban senin dan selasa")
    await here.says(masyita, "lihat contohnya")
    assert await _choices(here) == ["senin", "selasa", _BOTH, "tidak bisa"]
    await here.says(masyita, "tombolnya senin dan selasa")
    assert await _choices(here) == ["senin", "selasa"]  # told again: those alone
    await here.says(masyita, "tambah tombol tdk bisa")
    assert await _choices(here) == ["senin", "selasa", "tdk bisa"]
    assert await html(here) == _ASKED


async def test_what_is_no_choice_is_not_offered(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text="rapat besok, jam 9 atau jam 10 mungkin")
    assert not masyita.newest().offers(f"a:pilihan:{one}")


@pytest.fixture
async def street(sqlite_url: str, tmp_path: Path) -> Streets:
    async with open_town(sqlite_url, tmp_path) as place:
        yield await open_street(place)


async def _asked(street: Street, choices: tuple[str, ...] = _DATES) -> Person:
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text=_ASKED, choices=choices)
    return rahman


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("27 ji bu, tgl 20 ada acara keluarga", 1), ("20", 0), ("tidak bisa tanggal 20, 27 bisa", 1), ("tanggal 27", 1)],
)
async def test_what_is_typed_is_counted(street: Street, typed: str, chosen: int) -> None:
    rahman = await _asked(street)
    await street.town.ask(rahman, typed, mentions("siaran_pilihan_dicatat", pilihan=_DATES[chosen]))
    assert await street.town.rows("SELECT answer FROM deliveries") == [(chosen,)]
    kept = await street.town.rows("SELECT words FROM broadcast_replies")
    assert kept == ([(typed,)] if len(typed) > len("tanggal 27") else [])


async def test_what_chooses_nothing_is_passed_on(street: Street) -> None:
    rahman = await _asked(street)
    await street.town.ask(rahman, "tanggal berapa yang pasti bu?", mentions("siaran_untuk_ini"))
    assert await street.town.rows("SELECT answer FROM deliveries") == [(None,)]


_OR_NOT, _COMES = (*_DATES, "tidak bisa"), ("hadir", "tidak hadir")


@pytest.mark.parametrize(
    ("choices", "typed"),
    [
        (_DATES, "dua-duanya bisa bu"),
        *((_OR_NOT, typed) for typed in ("dua duanya bisa ji bu", "bisa ji bu", "keduanya bisa", "bisa")),
        (_OR_NOT, "tanggal 20 tidak bisa"),
        (_COMES, "bisa ji bu"),
        (_COMES, "hadir ji, eh tidak hadir"),
        (_ALSO_BOTH, "bisa ji bu"),
        (_ALSO_BOTH, "20 eh 27"),
    ],
)
async def test_what_names_none_or_several_is_asked_which(street: Street, choices: tuple[str, ...], typed: str) -> None:
    rahman = await _asked(street, choices)
    asked = await street.town.ask(rahman, typed, mentions("siaran_pilihan_mana"))
    assert labels(asked) == [*choices]
    assert await street.town.rows("SELECT answer FROM deliveries") == [(None,)]
    assert await street.town.rows("SELECT words FROM broadcast_replies") == [(typed,)]


@pytest.mark.parametrize(
    ("choices", "typed", "chosen"),
    [
        (_OR_NOT, "tidak bisa bu", 2),
        (_OR_NOT, "ndak bisa ka bu", 2),
        (_OR_NOT, "20 tdk bisa, 27 ji", 1),
        (_COMES, "iye hadir ja insya Allah", 0),
        (_COMES, "insya allah datang ka", 0),
        (_COMES, "nda bisa ka hadir", 1),
        (_ALSO_BOTH, "dua duanya bisa ji bu", 2),
        (_ALSO_BOTH, "keduanya bisa", 2),
        (_ALSO_BOTH, "tgl 20 sama 27 bisa bu", 2),
        (_ALSO_BOTH, "maksud saya dua duanya bisa, 20 bisa 27 bisa", 2),
        (_ALSO_BOTH, "dua duanya tidak bisa bu", 3),
        (_ALSO_BOTH, "27 ji bu, tgl 20 juga ada acara", 1),
    ],
)
async def test_what_is_denied_and_what_takes_all_is_counted(
    street: Street, choices: tuple[str, ...], typed: str, chosen: int
) -> None:
    rahman = await _asked(street, choices)
    await street.town.ask(rahman, typed, mentions("siaran_pilihan_dicatat", pilihan=choices[chosen]))
    assert await street.town.rows("SELECT answer FROM deliveries") == [(chosen,)]


@pytest.mark.parametrize("typed", ["tidak apa2 saya hadir", "berhalangan hadir bu"])
async def test_never_the_opposite_is_counted(street: Street, typed: str) -> None:
    rahman = await _asked(street, _COMES)
    await street.town.ask(rahman, typed, mentions("siaran_untuk_ini"))
    await street.town.ask(rahman, "ya", mentions("siaran_pilihan_mana"))
    assert await street.town.rows("SELECT answer FROM deliveries") == [(None,)]


async def test_another_choice_in_words_replaces_the_one_that_was_pressed(street: Street) -> None:
    rahman = await _asked(street, _OR_NOT)
    await street.town.press(rahman, "tidak bisa", says("siaran_pilihan_dicatat", pilihan="tidak bisa"))
    await street.announce(text=_PARKING)
    await street.copy_of(rahman, _PARKING)
    await street.town.ask(rahman, "eh bisa ji tgl 20", says("siaran_pilihan_dicatat", pilihan=_DATES[0]))
    query = "SELECT answer FROM deliveries d JOIN broadcasts b ON b.id = d.broadcast_id ORDER BY b.id"
    assert await street.town.rows(query) == [(0,), (None,)]


@pytest.mark.parametrize(("typed", "chosen"), [("iye hadir ja insya Allah", 0), ("nda bisa hadir bu, anakku sakit", 1)])
async def test_what_is_passed_on_to_its_author_is_counted_and_said(street: Street, typed: str, chosen: int) -> None:
    rahman = await _asked(street, _COMES)
    await street.announce(text=_PARKING)
    await street.copy_of(rahman, _PARKING)
    await street.town.ask(rahman, typed, mentions("siaran_untuk_ini", awal=_ASKED))
    await street.town.ask(rahman, "ya", says("siaran_pilihan_dicatat", pilihan=_COMES[chosen]))
    assert (chosen,) in await street.town.rows("SELECT answer FROM deliveries")


async def test_siap_is_asked_which(street: Street) -> None:
    rahman = await _asked(street)
    await street.town.ask(rahman, "siap bu", mentions("siaran_pilihan_mana"))


@pytest.mark.parametrize("typed", ["siapa yg pilih 20 siapa yg 27?", "jawaban soal tanggal 20 atau 27 mana"])
async def test_the_tally_is_told_with_names(street: Street, typed: str) -> None:
    rahman = await _asked(street)
    await street.town.press(rahman, "tanggal 27", says("siaran_pilihan_dicatat", pilihan=_DATES[1], awal=_ASKED))
    told = await street.town.ask(street.announces, typed, mentions("siaran_hasil"))
    assert "tanggal 27: 1 (Rahman)" in told["text"]


_PARKING = "parkir rapat di lapangan besok"


@pytest.mark.parametrize(("typed", "chosen"), [("27 bu", 1), ("dua2nya bisa bu", 2)])
async def test_a_choice_and_nothing_else_is_counted_where_it_belongs(street: Street, typed: str, chosen: int) -> None:
    rahman = await _asked(street, _ALSO_BOTH)
    await street.announce(text=_PARKING)
    await street.copy_of(rahman, _PARKING)
    await street.town.ask(rahman, typed, says("siaran_pilihan_dicatat", pilihan=_ALSO_BOTH[chosen], awal=_ASKED))
    told = await street.town.ask(street.announces, "jawaban soal tanggal 20 atau 27 mana", mentions("siaran_hasil"))
    assert f"{_ALSO_BOTH[chosen]}: 1 (Rahman)" in told["text"]
    assert "menjawab: 1" in told["text"]


async def test_a_correction_throws_no_answer_away(street: Street) -> None:
    rahman = await _asked(street)
    await street.town.press(rahman, "tanggal 27", says("siaran_pilihan_dicatat", pilihan=_DATES[1]))
    shown = says("form.siaran_ralat.tinjau")
    await street.town.ask(street.announces, "siaran tadi salah, bukan ikut tapi hadir", shown)
    await street.town.press(street.announces, words("form.siaran_ralat.kirim"), says("siaran_sedang_diralat"))
    await street.copy_of(rahman, "bisa hadir tanggal 20 atau 27?")
    assert await street.town.rows("SELECT answer FROM deliveries WHERE understood_at IS NOT NULL") == [(1,)]


async def test_a_choice_below_another_one_is_counted_where_it_belongs(street: Street) -> None:
    rahman = await _asked(street)
    await street.announce(text=_PARKING)
    await street.copy_of(rahman, _PARKING)
    await street.town.ask(rahman, "saya tgl 20 bu", says("siaran_pilihan_dicatat", pilihan=_DATES[0]))
    query = "SELECT answer FROM deliveries d JOIN broadcasts b ON b.id = d.broadcast_id ORDER BY b.id"
    assert await street.town.rows(query) == [(0,), (None,)]


@pytest.mark.parametrize(
    ("typed", "sentence", "now"),
    [
        ("tgl 20 sy di makassar, 27 bisa ji", "siaran_pilihan_dicatat", 1),
        ("27 ada gereja, jd 20", "siaran_pilihan_dicatat", 0),
        ("maaf bu tgl 20 sy ke makassar", "siaran_untuk_ini", None),
    ],
)
async def test_a_day_with_its_hindrance_is_not_the_one_chosen(
    street: Street, typed: str, sentence: str, now: int | None
) -> None:
    rahman = await _asked(street)
    await street.town.ask(rahman, typed, mentions(sentence))
    assert await street.town.rows("SELECT answer FROM deliveries") == [(now,)]


@pytest.mark.parametrize("typed", ["bukan tgl 20, sy bisanya 27", "20 tdk jadi, 27 saja pi"])
async def test_who_has_chosen_may_choose_anew_in_words(street: Street, typed: str) -> None:
    rahman = await _asked(street)
    await street.town.ask(rahman, "20 bisa", says("siaran_pilihan_dicatat", pilihan=_DATES[0]))
    await street.town.ask(rahman, typed, says("siaran_pilihan_dicatat", pilihan=_DATES[1]))
    assert await street.town.rows("SELECT answer FROM deliveries") == [(1,)]


async def test_a_question_without_buttons_is_counted_by_what_they_write(street: Street) -> None:
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text="bisa ikut tanggal 20 atau tanggal 27?")
    await street.town.ask(rahman, "tgl 20 insyaallah", mentions("siaran_pilihan_dicatat"))
    told = await street.town.ask(street.announces, "jadi siapa2 yg pilih tgl 20 siapa yg 27", mentions("siaran_hasil"))
    assert "tanggal 20: 1 (Rahman)" in told["text"]
    assert "Rahman: tgl 20 insyaallah" in told["text"]


@pytest.mark.parametrize("typed", ["hasil yg ikut tanggal 20 atau 27", "mana hasilnya yg soal ikut tanggal 20"])
async def test_its_result_is_named_by_its_words(street: Street, typed: str) -> None:
    await _asked(street)
    await street.announce(text=_PARKING)
    told = await street.town.ask(street.announces, typed, mentions("siaran_hasil"))
    assert "tanggal 27: 0" in told["text"]


_COMES_OR_NOT = "rapat koordinasi senin depan di aula. tolong dijawab bisa datang atau tidak"


@pytest.mark.parametrize(
    ("typed", "chosen"), [("insya allah datang", "bisa hadir"), ("sy tidak bisa, sakit", "tidak bisa hadir")]
)
async def test_who_comes_is_asked_and_answered_in_plain_words(street: Street, typed: str, chosen: str) -> None:
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text=_COMES_OR_NOT)
    await street.town.ask(rahman, "siap", mentions("siaran_pilihan_mana"))
    await street.town.ask(rahman, typed, mentions("siaran_pilihan_dicatat", pilihan=chosen))
    asked = "siapa yang bisa datang rapat koordinasi"
    told = await street.town.ask(street.announces, asked, mentions("siaran_hasil"))
    assert f"{chosen}: 1 (Rahman)" in told["text"]


async def test_who_comes_is_answered_days_later_below_other_things(street: Street) -> None:
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text="rapat senin depan, mohon konfirmasi kehadirannya")
    await street.town.simulator.move_clock(by=2 * 24 * 3600)
    await street.town.ask(rahman, "/tugas", mentions("tugas_kosong", acara=False))
    await street.town.ask(rahman, "siap hadir pak", mentions("siaran_pilihan_dicatat", pilihan="bisa hadir"))
    assert await street.town.rows("SELECT answer FROM deliveries") == [(0,)]
