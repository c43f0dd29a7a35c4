"""Who is invited by name: written down, asked, replaced from the same group; and nobody from elsewhere sees them."""

import json

import pytest

from bot.simulator.keyboards import buttons_of
from bot.store.calendar import occasions
from tests.roles.conftest import OTHER_DESA
from tests.support.client import words_of
from tests.support.halls import Meeting, hold
from tests.support.sentences import mentions, says, words


async def test_one_message_shows_the_meeting_and_what_is_done_in_its_hall(hall: Meeting) -> None:
    told = await hall.open()
    assert "Musrenbang desa" in told["text"]
    assert "balai desa, Desa Boiya" in told["text"]
    labels = [button["text"] for button in buttons_of(told["reply_markup"])]
    assert labels[:7] == [
        words(f"rapat_tombol_{what}") for what in ("undangan", "hadir", "acara", "giliran", "baca", "hasil", "cetak")
    ]


async def test_somebody_is_invited_by_name_cannot_come_and_is_replaced_from_the_same_group(hall: Meeting) -> None:
    await hall.open()
    shown = await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan", kelompok=False))
    await hall.press(words("rapat_tombol_tambah_satu"), "Siapa nama")
    await hall.say("Ibu Sitti", "Dari kelompok mana")
    await hall.press("Kurang mampu", "untuk siapa")  # "Ibu" told that she is a woman
    await hall.say("ibu-ibu Buntu Lentak", "menghalangi")
    await hall.press("Tanpa kendaraan", "menghalangi")
    await hall.press(words("tombol.selesai"), says("rapat_undangan", tumpangan="1"))
    shown = await hall.press(words("rapat_tombol_kabar"), says("rapat_kabar_siapa"))
    await hall.press("… Ibu Sitti", says("rapat_orang", kabar=None))
    await hall.press(
        words("rapat_tombol_tidak_bisa"), says("rapat_orang", unsur="Keluarga kurang mampu", kabar="unable")
    )
    await hall.press(words("rapat_tombol_ganti"), "Siapa penggantinya")
    await hall.say("perwakilan warga", says("rapat_tanpa_nama"))
    shown = await hall.say("Pak Baso", "Pak Baso (ibu-ibu Buntu Lentak), pengganti Ibu Sitti")
    guests = await hall.guests()
    assert guests["Ibu Sitti"].state == "replaced"
    assert (guests["Pak Baso"].element, guests["Pak Baso"].state) == ("kurang_mampu", "invited")
    assert guests["Pak Baso"].replaces == guests["Ibu Sitti"].id
    assert words_of(shown) in says("rapat_undangan", kurang=["Perempuan"])


async def test_many_are_written_down_at_once_and_representatives_come_back(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan", kelompok=False))
    await hall.press(words("rapat_tombol_banyak"), mentions("form.tamu_banyak.daftar.tanya"))
    await hall.say(
        "Ibu Sitti, perempuan, wakil Buntu\nperwakilan pemuda\nBaso, kurang mampu\nibu sitti, wakil buntu",
        says("rapat_pratinjau", jumlah="2", tanpa=["perwakilan pemuda"], kembar=["ibu sitti"]),
    )
    assert await hall.guests() == {}
    told = await hall.press(words("rapat_tombol_simpan", jumlah=2), says("rapat_banyak_dicatat", jumlah="2"))
    assert words_of(told) in says("rapat_banyak_dicatat", jenis=["Baso"])
    assert set(await hall.guests()) == {"Ibu Sitti", "Baso"}
    await hall.press(words("rapat_tombol_lihat_daftar"), says("rapat_undangan", jumlah="2"))
    await hall.press(words("rapat_tombol_kabar"), says("rapat_kabar_siapa"))
    await hall.press("… Baso", says("rapat_orang", jelas=False))
    await hall.press(words("rapat_tombol_laki"), says("rapat_orang", kabar=None))
    assert (await hall.guests())["Baso"].is_woman in (False, 0)


async def test_a_facilitator_of_another_desa_neither_sees_nor_changes_anybody(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, perempuan")
    sitti = (await hall.guests())["Ibu Sitti"].id
    stranger = await hall.office.join("Ani", "fasilitator_desa", OTHER_DESA)
    own = await hold(hall.town, "musrenbang_kelurahan", OTHER_DESA)
    await hall.open(stranger)
    for verb in ("tamu", "buka", f"absen:{sitti}", f"orang:{sitti}", "ketuk:0", "acara", "baca", "lembar:undangan"):
        name, _, more = verb.partition(":")
        toast = await hall.press_data(":".join(filter(None, ("h", name, str(hall.occasion.id), more))), stranger)
        assert toast == words("rapat_bukan_wilayah")
    for verb in ("absen", "datang", "jenis", "tangan", "bicara", "ganti", "orang"):  # a guest of another meeting
        await hall.press_data(f"h:{verb}:{own.id}:{sitti}:1:0", stranger)
    assert (await hall.guests())["Ibu Sitti"][2:5] == ("invited", None, 0)
    assert not any("Sitti" in text for text in hall.office.texts(stranger))


async def test_a_button_of_a_cancelled_meeting_says_so(hall: Meeting) -> None:
    await hall.open()
    async with hall.town.database.write() as connection:
        await occasions.cancel(connection, hall.occasion.id, "Banjir.", hall.town.simulator.stage.clock.now())
    assert await hall.press_data(f"h:tamu:{hall.occasion.id}") in says("rapat_dibatalkan")


async def test_of_several_meetings_one_is_chosen(hall: Meeting) -> None:
    await hold(hall.town, "musdes", hours=0.6)
    shown = await hall.say("/rapat", says("rapat_pilih"))
    labels = [button["text"] for button in buttons_of(shown["reply_markup"])]
    assert len(labels) == 2
    assert all("Desa Boiya" in label for label in labels)
    await hall.press(labels[0], says("rapat_utama"))
    await hall.press(words("rapat_tombol_lain"), says("rapat_pilih"))


async def test_without_a_meeting_the_way_to_set_one_is_told(hall: Meeting) -> None:
    stranger = await hall.office.join("Ani", "fasilitator_desa", OTHER_DESA)
    told = await hall.say("/rapat", says("rapat_belum_ada"), stranger)
    assert buttons_of(told.get("reply_markup")) == []


async def test_whoever_lost_the_role_while_a_form_was_open_writes_nobody_down(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan", kelompok=False))
    await hall.press(words("rapat_tombol_banyak"), mentions("form.tamu_banyak.daftar.tanya"))
    async with hall.town.database.write() as connection:
        from sqlalchemy import text

        await connection.execute(text("UPDATE grants SET revoked_at = granted_at"))
    await hall.say("Ibu Sitti, perempuan", says("rapat_bukan_wilayah"))
    assert await hall.guests() == {}


async def test_the_list_of_guests_asks_which_meeting_and_never_opens_one_that_is_over(hall: Meeting) -> None:
    await hold(hall.town, "musdus", hours=-48)
    await hold(hall.town, "musdes", hours=72)
    await hall.town.ask(hall.leader, "/rapat", says("rapat_utama"))
    await hall.press(words("rapat_tombol_lain"), says("rapat_pilih"))
    shown = await hall.say("daftar tamu", says("rapat_pilih"))
    labels = [button["text"] for button in buttons_of(shown["reply_markup"])]
    assert len(labels) == 2
    assert not any("dusun" in label.lower() for label in labels)
    await hall.press(labels[1], says("rapat_undangan", kelompok=False))


async def test_guests_by_name_of_the_meeting_to_come_are_no_invitation_to_a_role(hall: Meeting) -> None:
    await hold(hall.town, "musdes", hours=72)
    async with hall.town.database.write() as connection:
        await occasions.cancel(connection, hall.occasion.id, "Banjir.", hall.town.simulator.stage.clock.now())
    await hall.say("undangan dengan nama", says("rapat_undangan", kelompok=False))


@pytest.mark.parametrize(
    "typed",
    ["saya mau pulang dulu", "jam berapa selesainya", "lagi di jalan ini", "di mana tempatnya", "saya capek"],
)
async def test_what_tells_something_is_nobodys_name_until_it_is_said_to_be(hall: Meeting, typed: str) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan", kelompok=False))
    await hall.press(words("rapat_tombol_tambah_satu"), "Siapa nama")
    await hall.say(typed, bool)
    ((state,),) = await hall.town.rows("SELECT state FROM conversations WHERE flow = 'tamu'")
    assert json.loads(state)["answers"] == {}
    await hall.say("Nur Cahaya", "Dari kelompok mana")


@pytest.mark.parametrize("typed", ["ibu Syukur", "Pak Kebun", "papa Aco", "Subuh", "Haji Dollah"])
async def test_what_may_be_a_name_is_asked_no_more(hall: Meeting, typed: str) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan", kelompok=False))
    await hall.press(words("rapat_tombol_tambah_satu"), "Siapa nama")
    await hall.say(typed, "Dari kelompok mana")
