"""What is finished has a list of its own; the button under *Tercatat* names the task that comes next."""

from tests.support.homes import Home, labels
from tests.support.sentences import says, words


async def test_what_somebody_finished_stands_in_a_list_and_can_be_opened_again(anywhere: Home) -> None:
    ratna = await anywhere.join("Ratna")
    await anywhere.hold()
    seen = await anywhere.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    assert not any(label.startswith("Sudah selesai") for label in labels(seen))
    await anywhere.press_data(ratna, f"t:lihat:{(await anywhere.task('D05')).id}", says("tugas_kartu"))
    told = await anywhere.press(ratna, words("tombol_tugas_sudah"), says("tugas_selesai"))
    following = next(label for label in labels(told) if label.startswith("Berikutnya: "))
    await anywhere.press(ratna, following, following.removeprefix("Berikutnya: "))
    await anywhere.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    listed = await anywhere.press(
        ratna, words("tombol_tugas_selesai", jumlah=1), says("tugas_daftar_selesai", jumlah=1)
    )
    assert anywhere.title("D05") in listed["text"]
    assert "Kamis, 7 Januari" in listed["text"]
    await anywhere.press(ratna, f"1. {anywhere.title('D05')}", says("tugas_kartu", keadaan="done"))
    await anywhere.press(ratna, words("tombol_tugas_buka_lagi"), says("tugas_kartu", keadaan="open"))


async def test_what_others_finished_is_not_in_one_s_list(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    ani = await at_home.join("Ani", "fasilitator_kecamatan", "73.16.01")
    await at_home.hold()
    await at_home.press_data(ratna, f"t:lihat:{(await at_home.task('D05')).id}", says("tugas_kartu"))
    await at_home.press(ratna, words("tombol_tugas_sudah"), says("tugas_selesai"))
    await at_home.press_data(ani, "t:daftar:selesai:0", says("tugas_kosong_lain"))
