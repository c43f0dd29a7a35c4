"""/tugas as a facilitator sees it: the list, a card, and what can be done with a task."""

import asyncio
from datetime import datetime, timedelta

import pytest

from tests.support.desk import KECAMATAN, local
from tests.support.homes import Home, labels
from tests.support.sentences import mentions, says, words


async def test_the_list_says_what_is_today_what_is_next_and_why(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    message = await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    text = message["text"]
    assert text in says("tugas_daftar_saya", tugas=[{"bagian": "hari_ini", "loop": {"first": True}}])
    assert text not in says("tugas_daftar_saya", tugas=[{"bagian": "telat", "loop": {"first": True}}])
    assert f"1. {at_home.title('D05')}, Pattondon Salu · Kamis, 7 Januari" in text
    assert at_home.office.catalog.text("tugas.D05.alasan") in text
    assert text in says("tugas_daftar_saya", tugas=[{"bagian": "minggu_ini", "loop": {"first": True}}])
    assert f"1. {at_home.title('D05')}" in labels(message)
    await at_home.press(
        ratna,
        words("tombol_daftar_maju"),
        says("tugas_daftar_saya", tugas=[{"bagian": "nanti", "loop": {"first": True}}]),
    )
    assert at_home.title("D20") in at_home.town.simulator.said(ratna)[-1]


async def test_what_helps_is_named_to_the_button_behind_the_command(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    way = f"/rapat → {words('rapat_tombol_hasil')}"
    card = await at_home.press_data(ratna, f"t:lihat:{(await at_home.task('D20')).id}", way)
    assert card["text"] in says("tugas_kartu", perintah=way)


async def test_only_ones_own_is_late_and_counted_in_working_days(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.move_clock(local(1, 12, 9))  # Tuesday: three working days
    text = (
        await at_home.ask(
            ratna, "/tugas", says("tugas_daftar_saya", tugas=[{"bagian": "telat", "loop": {"first": True}}])
        )
    )["text"]
    late, _, today = text.partition("Hari ini")
    assert at_home.title("D05") in late
    assert "lewat 3 hari kerja" in late
    assert at_home.title("D11") not in late
    doer = at_home.office.catalog.calendar.rules["D11"].doer
    assert f"Pastikan {at_home.office.catalog.text(f'pelaku.{doer}')}: {at_home.title('D11')}" in today
    assert "lewat" not in today


async def test_somebody_without_tasks_learns_how_it_begins_and_what_is_next(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "/tugas", says("tugas_kosong", acara=False))
    await at_home.hold("musrenbang_kecamatan", KECAMATAN)
    camat = await at_home.join("Pak Camat", "camat", KECAMATAN)
    delegate = await at_home.join("Uleng", "delegasi")
    await at_home.ask(delegate, "/tugas", says("tugas_kosong"))
    message = await at_home.ask(camat, "/tugas", says("tugas_kosong"))
    assert "Berikutnya: Musrenbang kecamatan" in message["text"]
    assert "Kamis, 14 Januari 2027, 09.00 WITA" in message["text"]


async def test_a_card_tells_what_when_why_and_what_helps(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    message = await at_home.press(ratna, f"1. {at_home.title('D05')}", says("tugas_kartu"))
    text, catalog = message["text"], at_home.office.catalog
    assert catalog.text("tugas.D05") in text
    assert catalog.text("tugas.D05.alasan") in text
    assert text in says("tugas_kartu", jatuh="Kamis, 7 Januari 2027")
    assert "Musrenbang desa, Pattondon Salu, Kamis, 14 Januari 2027" in text
    assert text in says("tugas_kartu", perintah="/rapat")
    assert {
        words("tombol_tugas_sudah"),
        words("tombol_tugas_besok"),
        words("tombol_tugas_bantu"),
        words("tombol_tugas_serah"),
        words("tombol_tugas_cara"),
        words("tombol_tugas_riwayat"),
    } <= set(labels(message))
    await at_home.press(ratna, words("tombol_tugas_cara"), catalog.text("tugas.D05.cara").splitlines()[0])
    await at_home.press(ratna, words("tombol_tugas_kembali"), says("tugas_kartu"))
    await at_home.press(ratna, words("tombol_tugas_riwayat"), says("tugas_riwayat", kejadian=[{"apa": "made"}]))


async def test_a_task_that_waits_says_for_what_and_who_owes_it(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    message = await at_home.press(ratna, words("tombol_tugas_tunggu", jumlah="1"), says("tugas_daftar_tunggu"))
    assert at_home.title("D21") in message["text"]
    card = await at_home.press(ratna, f"1. {at_home.title('D21')}", says("tugas_kartu"))
    assert "dari Bappeda" in card["text"]
    assert words("tombol_tugas_sudah") not in labels(card)


async def test_done_is_done_and_says_what_is_next(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.press_data(ratna, f"t:lihat:{(await at_home.task('D05')).id}", says("tugas_kartu"))
    await at_home.press(ratna, words("tombol_tugas_sudah"), says("tugas_selesai"))
    task = await at_home.task("D05")
    assert (task.state, task.closed_by) == ("done", await at_home.id_of(ratna))
    assert task.remind_at is None
    assert await at_home.events("D05") == ["made", "done"]
    assert await at_home.toast(ratna, f"t:sudah:{task.id}") in says("tugas_sudah_selesai")
    await at_home.hears(ratna, says("tugas_kartu", keadaan="done", selesai="Kamis, 7 Januari 2027"))
    assert await at_home.events("D05") == ["made", "done"]


@pytest.mark.parametrize(
    ("hour", "button", "wanted"),
    [
        (9, words("tombol_tugas_sore"), local(1, 7, 16)),
        (17, words("tombol_tugas_sore"), local(1, 8, 7, 30)),
        (9, words("tombol_tugas_besok"), local(1, 8, 7, 30)),
    ],
)
async def test_a_reminder_can_be_put_off_and_the_ladder_stands(
    at_home: Home, hour: int, button: str, wanted: datetime
) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    before = await at_home.task("D05")
    await at_home.move_clock(local(1, 7, hour))
    await at_home.press_data(ratna, f"t:lihat:{before.id}", says("tugas_kartu"))
    await at_home.press(ratna, button, says("tugas_diingatkan"))
    query = "SELECT remind_at, climb_at, due_on FROM tasks WHERE id = :t"
    (after,) = await at_home.town.rows(query, t=before.id)
    assert str(after.remind_at)[:16] == str(_utc(wanted))[:16]
    assert (after.climb_at, after.due_on) == (before.climb_at, before.due_on)


def _utc(when: datetime) -> datetime:
    return when - timedelta(hours=8)


async def test_a_day_to_be_reminded_is_chosen_in_plain_words(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await at_home.task("D05")
    await at_home.press_data(ratna, f"t:tanggal:{task.id}", "hari apa?")
    await at_home.ask(ratna, "selasa depan", says("tugas_diingatkan", kapan="Selasa, 12 Januari, 07.30"))
    assert str((await at_home.task("D05")).remind_at).startswith("2027-01-11 23:30")


async def test_not_needed_asks_why_and_keeps_it(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await at_home.task("D08")
    await at_home.press_data(ratna, f"t:tak:{task.id}", mentions("form.tak_perlu.sebab.tanya"))
    assert (await at_home.task("D08")).state == "open"
    await at_home.ask(ratna, "Sudah dikunjungi bersama kader bulan lalu.", says("tugas_selesai", tak_perlu=True))
    after = await at_home.task("D08")
    assert (after.state, after.why) == ("needless", "Sudah dikunjungi bersama kader bulan lalu.")


async def test_help_is_asked_for_in_a_sentence_and_reaches_the_kecamatan(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    amir = await at_home.join("Pak Amir", "fasilitator_kecamatan", KECAMATAN)
    await at_home.hold()
    task = await at_home.task("D11")
    await at_home.press_data(ratna, f"t:bantu:{task.id}", mentions("form.bantu_tugas.perlu.tanya"))
    await at_home.ask(ratna, "Kantor desa belum bisa dihubungi.", says("tugas_minta_bantu", siapa=True))
    await at_home.hears(amir, "Kantor desa belum bisa dihubungi.")
    message = await at_home.ask(amir, "/tugas", says("tugas_kosong"))
    assert words("tombol_tugas_naik", jumlah="1") in labels(message)
    await at_home.press(
        amir,
        words("tombol_tugas_naik", jumlah="1"),
        says("tugas_daftar_naik", tugas=[{"macam": "help", "siapa": "Ratna"}]),
    )


async def test_of_several_who_take_a_free_task_exactly_one_gets_it(anywhere: Home) -> None:
    at_home = anywhere
    people = [await at_home.join(name) for name in ("Ratna", "Amir", "Besse")]
    await at_home.hold()
    task = await at_home.task("D05")
    assert task.owner_id is None
    for person in people:
        message = await at_home.ask(person, "/tugas", says("tugas_kosong"))
        assert words("tombol_tugas_tawar", jumlah="8") in labels(message)
        await at_home.press_data(person, f"t:lihat:{task.id}", says("tugas_kartu", pemilik=False, bebas=True))
    await asyncio.gather(*(at_home.town.simulator.press(person, words("tombol_tugas_ambil")) for person in people))
    for person in people:
        await at_home.hears(person, says("tugas_kartu"))
    await at_home.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    assert (await at_home.events("D05")).count("taken") == 1
    owner = (await at_home.task("D05")).owner_id
    assert owner in [await at_home.id_of(person) for person in people]


async def test_the_hour_of_the_list_is_chosen_and_moves_what_is_to_come(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    put_off = await at_home.task("D07")
    await at_home.press_data(ratna, f"t:sore:{put_off.id}", says("tugas_diingatkan"))
    kept = (await at_home.task("D07")).remind_at
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    await at_home.press(ratna, words("tombol_tugas_jam"), "07.30")
    await at_home.press(ratna, "16.00", "pukul 16.00")
    assert (await at_home.town.rows("SELECT digest_at FROM people WHERE digest_at IS NOT NULL"))[0][0] == 16 * 60
    assert str((await at_home.task("D13")).remind_at).startswith("2027-01-08 08:00")  # days before its last
    assert (await at_home.task("D07")).remind_at == kept
    assert await at_home.toast(ratna, "t:jam:0300") in says("tombol_lewat")


async def test_who_has_nothing_to_do_with_a_task_sees_and_changes_nothing(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    stranger = await at_home.join("Sitti", scope="73.16.03.1001")
    delegate = await at_home.join("Uleng", "delegasi")
    task = await at_home.task("D05")
    await at_home.hears(ratna, says("tugas_ingat"))
    before = await at_home.town.rows("SELECT * FROM tasks ORDER BY id")
    acts = [
        "lihat",
        "cara",
        "riwayat",
        "bukti",
        "sudah",
        "tanpa",
        "sore",
        "besok",
        "tanggal",
        "tak",
        "bantu",
        "ambil",
        "terima",
        "tolak",
        "serah",
    ]
    for person in (stranger, delegate):
        for data in (*(f"t:{act}:{task.id}" for act in acts), f"t:ke:{task.id}:{await at_home.id_of(person)}"):
            wanted = says("tombol_lewat" if ":cara:" in data else "tugas_bukan")
            assert await at_home.toast(person, data) in wanted, data
        assert at_home.title("D05") not in "".join(at_home.town.simulator.said(person))
    assert await at_home.town.rows("SELECT * FROM tasks ORDER BY id") == before
    assert await at_home.town.rows("SELECT * FROM conversations") == []
    assert at_home.town.simulator.said(ratna)


async def test_those_above_look_and_one_of_them_may_say_that_it_is_done(at_home: Home) -> None:
    await at_home.join("Ratna")
    camat = await at_home.join("Pak Camat", "camat", KECAMATAN)
    amir = await at_home.join("Pak Amir", "fasilitator_kecamatan", KECAMATAN)
    await at_home.hold()
    task = await at_home.task("D05")
    card = await at_home.press_data(camat, f"t:lihat:{task.id}", says("tugas_kartu", pemilik="Ratna"))
    assert words("tombol_tugas_sudah") not in labels(card)
    assert await at_home.toast(camat, f"t:sudah:{task.id}") == words("tugas_berubah")  # the card is as it was
    assert (await at_home.task("D05")).state == "open"
    card = await at_home.press_data(amir, f"t:lihat:{task.id}", says("tugas_kartu", pemilik="Ratna"))
    assert words("tombol_tugas_besok") not in labels(card)
    await at_home.press(amir, words("tombol_tugas_sudah"), says("tugas_selesai"))
    assert (await at_home.task("D05")).closed_by == await at_home.id_of(amir)


async def test_the_digest_comes_with_buttons_that_work(anywhere: Home) -> None:
    at_home = anywhere
    await at_home.town.simulator.move_clock(to=local(1, 6, 9))
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.town.simulator.move_clock(to=local(1, 7, 7, 30))
    message = await at_home.hears(ratna, says("tugas_ingat"))
    assert words("tombol_tugas_sore") in labels(message)
    await at_home.press(ratna, words("tombol_tugas_sore"), says("tugas_diingatkan", kapan="Kamis, 7 Januari, 16.00"))
    await at_home.town.simulator.move_clock(to=local(1, 7, 16))
    await at_home.hears(ratna, says("tugas_ingat"))
    await at_home.press(ratna, words("tombol_tugas_sudah"), says("tugas_selesai"))
    await at_home.town.simulator.move_clock(to=local(1, 8, 7, 30))
    await at_home.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    assert sum(text in says("tugas_ingat") for text in at_home.town.simulator.said(ratna)) == 2
