"""What is told further where something else is asked, in words that say so, joins the story or the hope; the words that
announce it, and the question that is open, are not touched."""

import pytest

from tests.journeys.test_side_by_side import until
from tests.journeys.test_whole_usulan import told_so_far
from tests.journeys.villagers import HOPE, STORY
from tests.support.sentences import mentions
from tests.support.town import Town


@pytest.mark.parametrize(
    ("at", "typed", "where", "told"),
    [
        ("sumbangan", "cermin tikungan dimasukkan di harapan bapak", "harapan", "cermin tikungan"),
        ("kategori", "tambahkan di harapan cermin tikungan", "harapan", "cermin tikungan"),
        ("patokan", "masukkan di harapannya juga: lampu jalan", "harapan", "lampu jalan"),
        ("jumlah", "eh sy mau tambah, minta juga lampu jalan", "harapan", "minta juga lampu jalan"),
        ("alasan", "tunggu, bapak mau tambah: saluran tersumbat batu", "cerita", "saluran tersumbat batu"),
        ("jumlah", "tunggu dulu, ibu mau tambah: jembatannya juga goyang", "cerita", "jembatannya juga goyang"),
        ("patokan", "tolong tambahkan di cerita, talinya lapuk", "cerita", "talinya lapuk"),
        ("alasan", "mau ka tambah di cerita: lampunya mati", "cerita", "lampunya mati"),
        ("alasan", "ada tambahan, jembatannya goyang juga", "cerita", "jembatannya goyang juga"),
    ],
)
async def test_it_joins_what_was_told(place: Town, at: str, typed: str, where: str, told: str) -> None:
    sitti = await until(place, at)
    await place.ask(sitti, typed, mentions(f"form.usulan.{at}.tanya"))
    found = await told_so_far(place)
    assert found[where]["text"] == f"{HOPE if where == 'harapan' else STORY}\n{told}"
    assert {at, "juga"}.isdisjoint(found)


@pytest.mark.parametrize(
    ("at", "typed"),
    [
        ("alasan", "mau tambah penghasilan, warga susah jual kopi"),
        ("alasan", "alasannya sudah masuk di cerita"),
        ("alasan", "anak-anak mau tambah jam belajar, lampu tidak ada"),
    ],
)
async def test_what_only_sounds_so_changes_nothing_told(place: Town, at: str, typed: str) -> None:
    await place.ask(await until(place, at), typed, "")
    found = await told_so_far(place)
    assert (found["cerita"]["text"], found["harapan"]["text"]) == (STORY, HOPE)
