from pathlib import Path

import pytest

from bot.catalog import ContentProblems, Problem, load, problems
from bot.catalog.rules import calendar, checklists
from bot.work import access
from tests.catalog.mistakes import MISTAKES, Mistake

KABUPATEN = "73.16"
FORM = "formulir/coba.toml"
WILAYAH = "wilayah/wilayah.csv"


def test_right_content_has_no_problems(content: Path) -> None:
    assert problems(content, KABUPATEN) == []


def test_the_content_of_the_project_has_no_problems() -> None:
    assert problems(Path(__file__).parents[2] / "content", KABUPATEN) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_by_file_and_key_in_indonesian(mistake: Mistake, content: Path) -> None:
    mistake.make(content)
    found = problems(content, KABUPATEN)
    assert mistake.is_told(found), "\n".join(map(str, found))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_one_mistake_is_not_told_as_many(mistake: Mistake, content: Path) -> None:
    mistake.make(content)
    assert len(problems(content, KABUPATEN)) <= 4


def test_a_bidang_holds_what_people_can_choose(content: Path) -> None:
    form = (content / FORM).read_text().replace('kunci = "kelompok"', 'kunci = "kategori"')
    (content / "formulir/usulan.toml").write_text(form)  # in which "tani" can be chosen, and no "jalan"
    told = [one.sentence for one in problems(content, KABUPATEN) if one.key.startswith("bidang.")]
    assert "“jalan” bukan pilihan “kategori” di formulir usulan." in told
    assert "“tani” bukan pilihan “kategori” di formulir usulan." not in told


def test_there_are_enough_sorts_of_mistakes() -> None:
    assert len({mistake.name for mistake in MISTAKES}) >= 25


def test_all_mistakes_at_once_are_all_told_at_once(content: Path) -> None:
    mistakes = [m for m in MISTAKES if m.file != WILAYAH] + [m for m in MISTAKES if m.name == "bad_wilayah_code"]
    for mistake in mistakes:
        mistake.make(content)
    with pytest.raises(ContentProblems) as raised:
        load(content, KABUPATEN)
    found = list(raised.value.problems)
    missed = [m.name for m in mistakes if not m.is_told_somewhere(found)]
    assert missed == []


def test_the_problems_read_as_one_list(content: Path) -> None:
    MISTAKES[1].make(content)
    with pytest.raises(ContentProblems) as raised:
        load(content, KABUPATEN)
    assert f"{FORM}: judl: Bagian ini tidak dikenal; mungkin salah tulis." == str(raised.value)


def test_a_kabupaten_that_does_not_exist_is_told(content: Path) -> None:
    assert [Problem(WILAYAH, "99.99", "Kabupaten 99.99 tidak ada di daftar wilayah.")] == problems(content, "99.99")


def test_a_folder_without_anything_is_told_and_not_a_crash(tmp_path: Path) -> None:
    assert any(problem.file == "kata/tombol.toml" for problem in problems(tmp_path, KABUPATEN))


def test_a_file_that_is_not_utf8_is_told(content: Path) -> None:
    (content / FORM).write_bytes(b'judul = "\xff"')
    assert Problem(FORM, "", "Berkas ini tidak tersimpan sebagai UTF-8.") in problems(content, KABUPATEN)


def test_a_file_that_tells_decisions_may_use_their_words(content: Path) -> None:
    (content / "kalimat/keputusan.toml").write_text('_keputusan = true\nputusan = "Usulan Ibu disetujui."\n')
    assert problems(content, KABUPATEN) == []


def test_a_sentence_the_caller_needs_is_missed_by_name_and_value(content: Path) -> None:
    needed = {"sapa": frozenset({"panggilan"}), "pamit": frozenset[str]()}
    keys = {(problem.file, problem.key) for problem in problems(content, KABUPATEN, needed)}
    assert keys == {("kalimat/lain.toml", "sapa"), ("kalimat/", "pamit")}


@pytest.mark.parametrize(
    ("find", "write", "key"),
    [
        ('nomor = "110"', 'nomor = "<b>110</b>"', "nomor.polisi.nomor"),
        ('kunci = "listrik"', 'kunci = "Mati Lampu"', "kasus.8.kunci"),
        ("di_depan = [", "di_depn = [", "tanda.di_depan"),
    ],
)
def test_a_danger_told_wrongly_is_told_by_its_place(content: Path, find: str, write: str, key: str) -> None:
    path = content / "bahaya.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(find, write, 1), encoding="utf-8")
    assert key in [problem.key for problem in problems(content, KABUPATEN) if problem.file == "bahaya.toml"]


@pytest.mark.parametrize(
    ("file", "find", "write", "key"),
    [
        ("kalender/pertemuan.toml", 'nama = "Musrenbang desa"', "nama = 3", "pertemuan.musrenbang_desa.nama"),
        ("tugas/pelaku.toml", 'nama = "fasilitator"', 'name = "fasilitator"\nnama = "x"', "pelaku.fasilitator.name"),
        ("tugas/desa.toml", 'judul = "Ambil jadwal"', 'judul = ""', "tugas.D01.judul"),
        ("tugas/kabupaten.toml", "hari = 7", "hari = 7000", "tugas.P01.hari"),
    ],
)
def test_what_refers_to_a_wrong_entry_of_the_calendar_is_not_called_wrong(
    content: Path, file: str, find: str, write: str, key: str
) -> None:
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, write, 1), encoding="utf-8")
    found = problems(content, KABUPATEN)
    assert [(file, key)] == [(problem.file, problem.key) for problem in found], "\n".join(map(str, found))


@pytest.mark.parametrize("file", ["kalender/pertemuan.toml", "tugas/pelaku.toml", "tugas/desa.toml"])
def test_a_missing_file_of_the_calendar_is_told_once(content: Path, file: str) -> None:
    (content / file).unlink()
    assert [Problem(file, "", "Berkas ini tidak ada.")] == problems(content, KABUPATEN)


def test_the_roles_and_commands_that_the_calendar_may_name_are_those_of_the_access_table() -> None:
    assert set(access.ROLES) == calendar.ROLES
    assert set(checklists.COMMANDS) <= {entry.name for entry in access.COMMANDS}


def test_a_new_danger_needs_its_sentences(content: Path) -> None:
    with (content / "bahaya.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[kasus]]\nkunci = "ular"\nkata = ["digigit ular"]\nhubungi = ["ambulans"]\n')
    missed = {problem.key for problem in problems(content, KABUPATEN)}
    assert {"bahaya.ular", "bahaya.ular_pelan"} == missed


def test_a_danger_of_which_somebody_is_told_needs_that_sentence_too(content: Path) -> None:
    with (content / "bahaya.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[kasus]]\nkunci = "ular"\nkata = ["digigit ular"]\nkabari = "desa"\nhubungi = ["polisi"]\n')
    assert "bahaya.kabar_ular" in {problem.key for problem in problems(content, KABUPATEN)}
