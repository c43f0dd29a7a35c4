"""What no reader knows of an officer's words about an announcement is guessed and offered; nothing is done by it."""

import tomllib
from pathlib import Path

import pytest

from bot.catalog import ear as content_ear
from bot.catalog.rules import ear as faults
from bot.catalog.taught import examples
from tests.broadcasts.crowd import buttons, here, rows
from tests.broadcasts.officers import CURIO, MALUA, draft, hour_of, html, out, planned, town
from tests.listening.conftest import CONTENT
from tests.support.kabupaten import Kabupaten
from tests.support.sentences import mentions, says, words

__all__ = ["here"]

_HELD_OUT = Path(__file__).with_name("sets") / "guessed.toml"
_KNOWN = "SELECT id, state, message, audience, starts_at FROM broadcasts ORDER BY id"


def test_sentences_in_other_shapes_than_the_examples_are_guessed() -> None:
    guesser = content_ear.guesser_of(CONTENT)
    held_out = tomllib.loads(_HELD_OUT.read_text(encoding="utf-8"))
    acts = frozenset(held_out) - {"bukan"}
    told = [(act, [guess.act for guess in guesser.guess(text, acts)]) for act in acts for text in held_out[act]]
    first, offered = (sum(act in found[:most] for act, found in told) / len(told) for most in (1, 2))
    assert (first, offered) > (0.72, 0.80)
    assert [text for text in held_out["bukan"] if guesser.guess(text, acts)] == []


def test_an_example_of_two_acts_is_told(tmp_path: Path) -> None:
    for folder in (examples.FOLDER, examples.OF_NEWS, "kata"):
        (tmp_path / folder).mkdir()
    for file in (examples.SPELLING_FILE, examples.PATTERNS_FILE, examples.patterns_file(examples.OF_NEWS)):
        (tmp_path / file).write_bytes((CONTENT / file).read_bytes())
    for act in ("tarik", "batalkan"):
        (tmp_path / f"{examples.OF_NEWS}/{act}.txt").write_text("cabutmi itu\n")
    (problem,) = faults.shared_lines(tmp_path)
    assert (problem.file, problem.key) == ("niat_siaran/tarik.txt", "baris 1")


def test_the_weights_of_guesses_are_those_of_the_examples() -> None:
    assert examples.is_fresh(CONTENT, examples.OF_NEWS)


@pytest.mark.parametrize(
    ("typed", "act"),
    [
        ("ada yang salah di kalimatnya", "ganti_isi"),
        ("lupa ka bilang bawa ktp", "tambah_kalimat"),
        ("terlalu panjang kalimatnya", "ganti_isi"),
        ("biar diliat dulu sama pak sekdis", "minta_kedua"),
        ("kirim sekarang kah atau besok?", "kirim"),
        ("bisa ji kah diganti jam 10?", "jam_kirim"),
    ],
)
async def test_of_a_sample_the_likeliest_is_the_first_button(here: Kabupaten, typed: str, act: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    before = await rows(here, _KNOWN)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("siaran_maksudnya_apa")
    assert buttons(masyita)[0].startswith(words(f"siaran_niat_{act}", pada="", untuk=""))
    assert words("tombol_siaran_buang") in buttons(masyita)
    assert await rows(here, _KNOWN) == before


@pytest.mark.parametrize(
    ("typed", "act"),
    [
        ("colek yang diam itu", "ingatkan"),
        ("mau kuteruskan di grup wa", "teruskan_wa"),
        ("cetakkan untuk papan", "cetak"),
        ("kenapa belum semua terkirim", "hasil"),
        ("kirim ulang isinya untuk yang lain", "pakai_lagi"),
        ("tempatnya pindah ke aula", "ganti_isi"),
        ("ingatkan mereka kah?", "ingatkan"),
    ],
)
async def test_of_one_that_is_out_too_though_only_its_news_stands_there(here: Kabupaten, typed: str, act: str) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("siaran_maksudnya_apa")
    assert buttons(masyita)[0] == words(f"siaran_niat_{act}")
    assert await rows(here, "SELECT todo FROM deliveries WHERE todo IS NOT NULL") == []


async def test_the_hour_that_is_told_is_in_the_button(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, "undur satu jam")
    data = masyita.newest().offers("a:jam_ya:")
    assert await hour_of(here, one) == "00:00"
    await here.pushes(masyita, data)
    assert await hour_of(here, one) == "01:00"


@pytest.mark.parametrize("state", ["sample", "planned"])
async def test_those_who_are_told_are_added_by_the_button(here: Kabupaten, state: str) -> None:
    masyita, *_ = await town(here)
    one = await (draft if state == "sample" else planned)(here, masyita)
    if state == "planned":
        await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, "kirim juga ke curio")
    assert await rows(here, "SELECT scope FROM broadcasts") == [(MALUA,)]
    await here.pushes(masyita, masyita.newest().offers(f"a:untuk:{one}:tambah:"))
    ((state_now, audience),) = await rows(here, "SELECT state, audience FROM broadcasts")
    assert (state_now, MALUA in str(audience), CURIO in str(audience)) == ("draft", True, True)


async def test_what_is_planned_is_held_before_its_words_change(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, "tambahkan bawa laptop")
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]
    assert masyita.newest().text in mentions("siaran_kartu")
    assert (await html(here)).endswith("bawa laptop")


async def test_what_is_planned_leaves_at_once_where_that_is_pressed(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, "kirim mi saja sekarang")
    await here.pushes(masyita, masyita.newest().offers(f"a:kini:{one}"))
    assert masyita.newest().text in mentions("siaran_jam_diganti")
    ((at,),) = await rows(here, "SELECT next_at FROM broadcasts")
    assert str(at)[:10] == str(here.clock.now())[:10]


async def test_of_several_it_is_asked_which(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    both = [await planned(here, masyita), await planned(here, masyita, text="pelatihan memandu di aula", scope=CURIO)]
    await here.pushes(masyita, "a:daftar:0")
    await here.says(masyita, "undur satu jam")
    assert masyita.newest().text in says("siaran_yang_mana")
    assert len(masyita.newest().buttons) == len(both)
    assert await rows(here, "SELECT state FROM broadcasts") == [("waiting",)] * 2


@pytest.mark.parametrize("typed", ["makasih banyak di", "cari usulan jembatan", "mau belajar memandu rapat"])
async def test_what_is_about_something_else_is_no_guess(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, typed)
    assert not any(label.startswith("siaran_niat") for label in buttons(masyita))
    assert masyita.newest().text not in mentions("siaran_maksudnya_apa", mungkin="ya")


async def test_its_text_is_what_is_shown(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, "ada yang salah di kalimatnya")
    await here.pushes(masyita, masyita.newest().offers("a:tulisan:"))
    assert masyita.newest().text in mentions("form.siaran.pesan.tanya")
    assert await html(here)
