"""The four questions of /kesiapan turn to yes by what people do, and nobody is called late for what others owe."""

import pytest

from bot.simulator.chats import Person
from tests.journeys.villagers import photo
from tests.support.desk import DESA, KECAMATAN, local
from tests.support.homes import Home, labels
from tests.support.sentences import mentions, says, words

_DATED, _INVITED = "Tanggal musrenbang: ", "Undangan keluar 7 hari sebelumnya: "
_MET, _TOLD = "Kelompok perempuan dan keluarga kurang mampu berkumpul: ", "Warga dikabari hasilnya: "


async def _answers(at_home: Home, person: Person) -> dict[str, str]:
    """By question: the sign and the words."""
    text = (await at_home.ask(person, "/kesiapan", says("kesiapan_desa")))["text"]
    found = {}
    for line in text.splitlines():
        for question in (_DATED, _INVITED, _MET, _TOLD):
            if question in line:
                sign, _, answer = line.partition(question)
                found[question] = f"{sign.strip()} {answer}"
    assert len(found) == 4
    return found


async def _prove(at_home: Home, person: Person, rule: str) -> None:
    task = await at_home.task(rule)
    await at_home.press_data(person, f"t:sudah:{task.id}", "Kirim foto")
    await at_home.town.simulator.photo(person, photo())
    await at_home.hears(person, "1 foto")
    await at_home.press(person, words("tombol.kirim"), says("tugas_selesai"))


async def _done(at_home: Home, person: Person, rule: str) -> None:
    await at_home.press_data(person, f"t:sudah:{(await at_home.task(rule)).id}", says("tugas_selesai"))


async def test_a_day_that_is_set_answers_the_first_question(anywhere: Home) -> None:
    ratna = await anywhere.join("Ratna")
    before = await _answers(anywhere, ratna)
    assert before[_DATED] == f"{words('kesiapan_tanda_belum')} {words('kesiapan_jawab_belum', batas='31 Jan')}"
    assert {before[key] for key in (_INVITED, _MET, _TOLD)} == {"▫️ belum waktunya"}
    await anywhere.ask(ratna, "/jadwal musrenbang 21/1/27 jam 9", mentions("form.jadwal.tempat.tanya"))
    await anywhere.press(ratna, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    await anywhere.press(ratna, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))
    after = await _answers(anywhere, ratna)
    assert after[_DATED] == "✅ sudah, Kamis, 21 Januari 2027"
    assert after[_INVITED] == f"{words('kesiapan_tanda_belum')} {words('kesiapan_jawab_belum', batas='14 Jan')}"
    assert after[_MET].startswith(f"{words('kesiapan_tanda_belum')} {words('kesiapan_jawab_belum', batas='20 Jan')}")
    assert after[_TOLD] == "▫️ belum waktunya"


@pytest.mark.parametrize(
    ("when", "answer"),
    [
        (local(1, 7, 9), "✅ sudah, Kamis, 7 Januari 2027"),
        (local(1, 8, 9), "☑️ sudah, Jumat, 8 Januari 2027 (lewat dari 7 Jan)"),
    ],
)
async def test_invitations_out_a_week_before_or_later(at_home: Home, when: object, answer: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    if when != local(1, 7, 9):
        await at_home.move_clock(local(1, 8, 9))
        assert (await _answers(at_home, ratna))[
            _INVITED
        ] == f"{words('kesiapan_tanda_lambat')} {words('kesiapan_jawab_lambat', batas='7 Jan')}"
    await _prove(at_home, ratna, "D11")
    assert (await _answers(at_home, ratna))[_INVITED] == answer


async def test_both_groups_have_to_meet(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    assert "(yang belum: perempuan dan keluarga kurang mampu)" in (await _answers(at_home, ratna))[_MET]
    await _done(at_home, ratna, "D07")
    answer = (await _answers(at_home, ratna))[_MET]
    belum = words("kesiapan_jawab_belum", batas="13 Jan")
    lacks = words("kesiapan_belum_kumpul", keadaan=belum, kelompok=words("kesiapan_kelompok_kurang_mampu"))
    assert answer == f"{words('kesiapan_tanda_belum')} {lacks}"
    await _done(at_home, ratna, "D08")
    assert (await _answers(at_home, ratna))[_MET] == "✅ sudah, Kamis, 7 Januari 2027"


async def test_a_meeting_of_its_own_counts_once_whoever_held_it_says_so(at_home: Home) -> None:
    """No screen says that they met while another still asks for it; it counts from the day on which they met."""
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await _done(at_home, ratna, "D08")
    await at_home.hold("kelompok_perempuan", at=local(1, 8, 15))
    await at_home.move_clock(local(1, 9, 9))
    assert (await _answers(at_home, ratna))[_MET].startswith("⭕")
    await _done(at_home, ratna, "D07")
    assert (await _answers(at_home, ratna))[_MET] == "✅ sudah, Jumat, 8 Januari 2027"


async def test_people_are_told_what_became_of_it(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    assert (await _answers(at_home, ratna))[_TOLD] == "▫️ belum waktunya"
    await at_home.move_clock(local(1, 15, 9))
    assert (await _answers(at_home, ratna))[
        _TOLD
    ] == f"{words('kesiapan_tanda_belum')} {words('kesiapan_jawab_belum', batas='18 Jan')}"
    await at_home.move_clock(local(1, 19, 9))
    assert (await _answers(at_home, ratna))[
        _TOLD
    ] == f"{words('kesiapan_tanda_lambat')} {words('kesiapan_jawab_lambat', batas='18 Jan')}"
    await _prove(at_home, ratna, "D20")
    assert (await _answers(at_home, ratna))[_TOLD] == "☑️ sudah, Selasa, 19 Januari 2027 (lewat dari 18 Jan)"


async def test_a_meeting_that_is_called_off_is_no_day(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "/jadwal musrenbang 21/1/27 jam 9", mentions("form.jadwal.tempat.tanya"))
    await at_home.press(ratna, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    await at_home.press(ratna, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))
    assert (await _answers(at_home, ratna))[_DATED].startswith("✅")
    message = await at_home.ask(ratna, "/jadwal", says("jadwal_daftar", acara=True))
    await at_home.press(ratna, labels(message)[0], "Pattondon Salu")
    await at_home.press(ratna, words("tombol_jadwal_batal"), mentions("form.jadwal_batal.alasan.tanya"))
    await at_home.ask(ratna, "Jalan putus karena longsor.", says("jadwal_batalkah"))
    await at_home.press(ratna, words("tombol_jadwal_batalkan"), says("jadwal_dibatalkan"))
    assert (await _answers(at_home, ratna))[_DATED].startswith("⭕")


async def test_late_is_only_who_could_do_it_and_had_to(anywhere: Home) -> None:
    """Two facilitators: one has not begun, so that the other cannot; the invitations are the village office's."""
    ratna, amir = await anywhere.join("Ratna"), await anywhere.join("Amir")
    camat = await anywhere.join("Nurdin", "camat", KECAMATAN)
    await anywhere.hold()
    for person, rule in ((ratna, "D05"), (amir, "D07"), (ratna, "D11")):
        await anywhere.press_data(person, f"t:ambil:{(await anywhere.task(rule)).id}", says("tugas_kartu"))
    assert await _village(anywhere, camat) >= {f"⭕ {anywhere.title(rule)}" for rule in ("D05", "D07", "D11")}
    await anywhere.move_clock(local(1, 12, 9))
    seen = await _village(anywhere, camat)
    late = {label for label in seen if label.startswith("⚠️")}
    assert f"⚠️ {anywhere.title('D05')}" in late
    assert {f"⏳ {anywhere.title('D07')}", f"⏳ {anywhere.title('D11')}"} <= seen
    own = await anywhere.press(
        camat, f"⚠️ {anywhere.title('D05')}", says("kesiapan_tugas_telat", hari="Senin, 11 Januari 2027")
    )
    assert own["text"] in says("kesiapan_tugas", siapa="Ratna", pelaku=False)
    waits = await _look(anywhere, camat, f"⏳ {anywhere.title('D07')}")
    assert f"Menunggu Ratna ({anywhere.title('D05')}). Rencananya Senin, 11 Januari 2027." in waits
    theirs = await _look(anywhere, camat, f"⏳ {anywhere.title('D11')}")
    assert "Menunggu kantor desa atau BPD. Rencananya Senin, 11 Januari 2027." in theirs
    assert "Yang mengerjakan: kantor desa atau BPD, dipastikan Ratna" in theirs
    assert "lambat" not in waits + theirs
    await _done(anywhere, ratna, "D05")
    assert f"⭕ {anywhere.title('D07')}" in await _village(anywhere, camat)  # with days of its own from now on


async def _village(at_home: Home, person: Person) -> set[str]:
    """Every button of the village, on all its pages."""
    message = await at_home.press_data(person, f"r:desa:{DESA}:0", says("kesiapan_desa"))
    more = await at_home.press(person, words("tombol_kesiapan_lanjut"), says("kesiapan_desa"))
    return {*labels(message), *labels(more)}


async def _look(at_home: Home, person: Person, button: str) -> str:
    """A task, from whichever page of the village it stands on."""
    message = await at_home.press_data(person, f"r:desa:{DESA}:0", says("kesiapan_desa"))
    if button not in labels(message):
        await at_home.press(person, words("tombol_kesiapan_lanjut"), says("kesiapan_desa"))
    return str((await at_home.press(person, button, "Rencananya"))["text"])
