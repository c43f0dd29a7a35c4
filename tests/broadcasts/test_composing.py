"""An announcement is written as it will be read, kept at every step, and is a draft until it is agreed to."""

import json
from typing import Any

import pytest
from sqlalchemy import text

from bot.simulator.chats import Person
from tests.broadcasts.desk import (
    TEXT,
    asks,
    begin,
    choose_places,
    choose_roles,
    copy_above,
    finish,
    history_of,
    state_of,
    write,
)
from tests.journeys.villagers import photo
from tests.roles.conftest import Office
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words


async def _message(office: Office) -> dict[str, Any]:
    rows = await office.town.rows("SELECT message FROM broadcasts ORDER BY id DESC LIMIT 1")
    found: dict[str, Any] = json.loads(rows[0][0])
    return found


async def _to_the_card(office: Office, author: Person) -> Any:
    await choose_roles(office, author, ["Fasil. desa"])
    await choose_places(office, author, ["Maiwa"])
    return await finish(office, author)


async def test_what_was_bold_and_linked_is_bold_and_linked_in_the_copy(any_office: Office) -> None:
    office = any_office
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await begin(office, hasnah)
    marks = [
        {"type": "bold", "offset": 0, "length": 5},
        {"type": "text_link", "offset": 6, "length": 4, "url": "https://contoh.go.id/a?b=1"},
        {"type": "custom_emoji", "offset": 12, "length": 2, "custom_emoji_id": "5"},
        {"type": "text_mention", "offset": 15, "length": 3, "user": hasnah.as_user()},
    ]
    await office.telegram.post(hasnah, {"text": "Rapat besok 🙏 Nur < & {jam}", "entities": marks})
    await office.hears(hasnah, asks("peran"))
    card = await _to_the_card(office, hasnah)
    copy = copy_above(office, hasnah, card)
    told = {one["type"]: copy["text"].encode("utf-16-le")[2 * one["offset"] :][: 2 * one["length"]].decode("utf-16-le")
            for one in copy["entities"] if one["offset"] > copy["text"].index("Rapat") - 1}  # fmt: skip
    assert told == {"bold": "Rapat", "text_link": "beso"}
    assert "Rapat besok 🙏 Nur < & {jam}" in copy["text"]
    assert labels(copy) == [words("tombol_siaran_paham")]


_ODD = "<b>{nama}</b> {% if x %} =SUM(A1:A9) & «Tom's» \u202eabc\u202c |x|"


async def test_whatever_is_written_is_shown_as_it_is(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    card = await write(office, hasnah, _ODD)
    seen = _ODD.replace("\u202e", "").replace("\u202c", "")  # what turns the line around stays outside
    assert seen in copy_above(office, hasnah, card)["text"]
    review = next(one for one in reversed(office.texts(hasnah)) if one in says("form.siaran.tinjau"))
    assert seen in review
    assert seen[:20] in (await office.ask(hasnah, "/siaran", says("siaran_daftar")))["text"]


@pytest.mark.parametrize("text", ["Terima kasih semuanya", "ya", "sudah selesai"])
async def test_thanks_are_its_words_and_nobody_answers_them(office: Office, text: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    before = len(office.texts(hasnah))
    await office.ask(hasnah, text, asks("peran"))
    await office.settle()
    assert len(office.texts(hasnah)) == before + 1


@pytest.mark.parametrize("text", ["Sudah siap semua?", "Apa kabar?"])
async def test_a_short_question_is_its_words(office: Office, text: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, text, asks("peran"))


async def test_a_word_that_is_a_button_is_still_that_button(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, "batal", says("mesin.yakin_batal"))


async def test_what_is_too_long_for_the_head_around_it_is_refused_with_its_length(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, "x" * 3001, mentions("mesin.terlalu_panjang", panjang=3001, batas=3000))
    over = mentions("mesin.pesan_berkas_panjang", panjang=801, batas=800)
    await office.photo(hasnah, photo(), over, caption="y" * 801)
    await office.photo(hasnah, photo(), asks("peran"), caption="y" * 800)


async def test_a_photo_goes_with_the_words_below_it_and_no_album_does(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    for colour, caption in (("olive", TEXT), ("navy", None), ("teal", None)):
        await office.telegram.photo(hasnah, photo(colour=colour), caption, "x")
    await office.hears(hasnah, asks("peran"))
    await office.hears(hasnah, says("siaran_satu_berkas"))
    assert sum(one in says("siaran_satu_berkas") for one in office.texts(hasnah)) == 1
    card = await _to_the_card(office, hasnah)
    copy = copy_above(office, hasnah, card)
    assert TEXT in copy["caption"]
    assert (await _message(office))["media"][0] == "photo"


async def test_an_edited_message_is_the_announcement(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    typed = await office.telegram.say(hasnah, "Rapat hari Kamsi.")
    await office.hears(hasnah, asks("peran"))
    await office.telegram.edit(hasnah, typed["message_id"], "Rapat hari Kamis.")
    await office.hears(hasnah, mentions("mesin.ralat_dicatat"))
    await _to_the_card(office, hasnah)
    assert (await _message(office))["html"] == "Rapat hari Kamis."


async def test_every_step_is_kept_while_the_bot_is_away(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, TEXT, asks("peran"))
    await office.town.begin_again()
    await choose_roles(office, hasnah, ["Fasil. desa"])
    await office.town.begin_again()
    await choose_places(office, hasnah, ["Maiwa"])
    card = await finish(office, hasnah)
    assert TEXT in words_of(copy_above(office, hasnah, card))


async def test_important_needs_a_reason_that_is_kept(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, TEXT, asks("peran"))
    await choose_roles(office, hasnah, ["Fasil. desa"])
    await choose_places(office, hasnah, ["Maiwa"])
    await office.ask(hasnah, "Datang \u202epukul <9> & bawa {surat}", asks("syarat"))  # a mark that turns words round
    await office.press(hasnah, words("tombol.lewati"), asks("penting"))
    await office.press(hasnah, "Penting", asks("alasan"))
    await office.ask(hasnah, "Tempatnya pindah besok pagi.", asks("kapan"))
    await office.press(hasnah, "Sekarang", says("form.siaran.tinjau"))
    card = await office.press(hasnah, words("form.siaran.kirim"), says("siaran_kartu"))
    assert "Datang pukul <9> & bawa {surat}" in words_of(copy_above(office, hasnah, card))
    rows = await office.town.rows("SELECT urgent_why FROM broadcasts")
    assert rows == [("Tempatnya pindah besok pagi.",)]


async def test_a_limit_before_the_beginning_is_asked_again_and_nothing_else_is(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await begin(office, hasnah)
    await office.ask(hasnah, TEXT, asks("peran"))
    await choose_roles(office, hasnah, ["Fasil. desa"])
    await choose_places(office, hasnah, ["Maiwa"])
    for then in ("syarat", "penting"):
        await office.press(hasnah, words("tombol.lewati"), asks(then))
    await office.press(hasnah, "Biasa", asks("kapan"))
    await office.press(hasnah, "Nanti", mentions("form.siaran.waktu.tanya", hari="", jam=""))
    await office.ask(hasnah, "besok jam 8 pagi", mentions("form.siaran.batas.tanya", hari="", jam=""))
    await office.ask(hasnah, "hari ini jam 5 sore", says("form.siaran.tinjau"))
    await office.press(hasnah, words("form.siaran.kirim"), says("siaran_batas_dulu"))
    await office.hears(hasnah, mentions("form.siaran.batas.tanya", hari="", jam=""))
    await office.ask(hasnah, "besok jam 12 siang", says("form.siaran.tinjau"))
    await office.press(
        hasnah, words("form.siaran.kirim"), says("siaran_kartu", batas="Selasa, 3 November 2026, 12.00 WITA")
    )
    rows = await office.town.rows("SELECT starts_at IS NOT NULL, not_after IS NOT NULL FROM broadcasts")
    assert [tuple(map(bool, row)) for row in rows] == [(True, True)]


async def test_what_is_changed_stays_the_same_announcement_with_its_words_before(any_office: Office) -> None:
    office = any_office
    hasnah = await office.join("Hasnah", "bappeda")
    await write(office, hasnah)
    first = await office.town.rows("SELECT id FROM broadcasts")
    review = await office.press(hasnah, words("tombol_siaran_ubah"), says("form.siaran.tinjau"))
    assert TEXT in review["text"]
    await office.press(hasnah, words("tombol.ubah"), says("mesin.ubah_yang_mana"))
    await office.press(hasnah, "Pesan", asks("pesan"))
    await office.ask(hasnah, "Rapat tetap di aula desa.", says("form.siaran.tinjau"))
    card = await office.press(hasnah, words("form.siaran.kirim"), says("siaran_kartu"))
    assert "Rapat tetap di aula desa." in words_of(copy_above(office, hasnah, card))
    assert await office.town.rows("SELECT id FROM broadcasts") == first
    rows = await office.town.rows("SELECT detail FROM broadcast_events WHERE kind = 'changed'")
    assert json.loads(rows[0][0]) == {"before": TEXT}


async def test_what_is_thrown_away_is_nowhere_any_more(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await write(office, hasnah)
    await office.press(hasnah, words("tombol_siaran_buang"), says("siaran_dibuang"))
    assert await state_of(office) == "dropped"
    assert await history_of(office) == ["made", "dropped"]
    await office.ask(hasnah, "/siaran", says("siaran_daftar", jumlah=0))


async def test_what_was_left_half_written_is_gone_on_with(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, TEXT, asks("peran"))
    await office.ask(hasnah, "/siaran", says("siaran_daftar"))
    await office.press(hasnah, words("tombol_siaran_lanjut"), asks("peran"))
    await _to_the_card(office, hasnah)
    shown = await office.ask(hasnah, "/siaran", says("siaran_daftar"))
    assert words("tombol_siaran_lanjut") not in labels(shown)


async def test_what_fits_no_caption_together_with_its_head_is_said_and_only_the_words_are_asked_again(
    office: Office,
) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await begin(office, hasnah)
    await office.photo(hasnah, photo(), asks("peran"), caption="y" * 800)
    await choose_roles(office, hasnah, ["Semuanya"])
    await choose_places(office, hasnah, ["Maiwa", "Enrekang"])
    await office.ask(hasnah, "z" * 250, asks("syarat"))
    await office.press(hasnah, words("tombol.cukup"), says("form.siaran.tinjau"))
    await office.press(hasnah, words("form.siaran.kirim"), says("siaran_kepanjangan"))
    await office.hears(hasnah, asks("pesan"))
    await office.photo(hasnah, photo(), says("form.siaran.tinjau"), caption="y" * 100)
    await office.press(hasnah, words("form.siaran.kirim"), says("siaran_kartu"))


async def test_the_words_of_a_correction_fit_below_the_file_that_is_there(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.photo(hasnah, photo(), asks("peran"), caption=TEXT)
    await _to_the_card(office, hasnah)
    async with office.town.database.write() as connection:
        await connection.execute(text("UPDATE broadcasts SET state = 'done'"))
    number = (await office.town.rows("SELECT id FROM broadcasts"))[0][0]
    await office.press_data(hasnah, f"a:ralat:{number}", mentions("form.siaran_ralat.pesan.tanya"))
    await office.ask(hasnah, "y" * 801, mentions("mesin.pesan_berkas_panjang", panjang=801))
    await office.photo(hasnah, photo(), mentions("mesin.bukan_photo"))
    await office.ask(hasnah, "Yang benar hari Kamis.", says("form.siaran_ralat.tinjau"))
    await office.press(hasnah, words("form.siaran_ralat.kirim"), says("siaran_sedang_diralat"))


async def test_what_was_ticked_counts_when_the_rest_is_left_out(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await begin(office, hasnah)
    await office.ask(hasnah, TEXT, asks("peran"))
    await choose_roles(office, hasnah, ["Pengusul"])
    await choose_places(office, hasnah, ["Maiwa"])
    await office.press(hasnah, words("tombol.lewati"), asks("syarat"))
    await office.press(hasnah, "Usulan ada hasil", asks("syarat"))
    await office.press(hasnah, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    await office.press(hasnah, words("form.siaran.kirim"), says("siaran_kartu"))
    rows = await office.town.rows("SELECT audience FROM broadcasts")
    assert json.loads(rows[0][0])["conditions"] == ["usulan_ada_hasilnya"]
