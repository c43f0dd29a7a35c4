"""Every reason not to do something is one clear Indonesian line."""

import asyncio
import re
import shutil
import signal
import socket
from pathlib import Path

import pytest

from bot.catalog.draft import WORDS_FILE
from bot.entry import sole_user_of
from tests.cli.conftest import ROOT, Installation, end
from tests.cli.shelf import do
from tests.support import FAKE_TOKEN
from tests.support.town import town


def _break_content(office: Installation) -> None:
    folder = office.folder / "isi"
    (folder / "formulir").mkdir(parents=True)
    (folder / "formulir" / "usulan.toml").write_text("judul = ")
    office.set("CONTENT_DIR", str(folder))


def test_without_a_token_the_bot_says_where_to_get_one(office: Installation) -> None:
    office.set("BOT_TOKEN", "")
    answer = office("run")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "BOT_TOKEN belum diisi: minta token ke @BotFather, lalu tulis di berkas .env.\n"


@pytest.mark.parametrize("command", ["run", "invite bappeda 73.16", "doctor", "migrate"])
def test_wrong_settings_are_told_without_their_values(office: Installation, command: str) -> None:
    office.set("BOT_TOKEN", FAKE_TOKEN[:-12])
    answer = office(*command.split())
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Pengaturan belum benar: BOT_TOKEN bukan token BotFather")
    assert answer.err.count("\n") == 1
    assert FAKE_TOKEN[10:20] not in answer.err


@pytest.mark.parametrize("command", ["check", "preview", "pelajaran keluar buku.xlsx L31"])
def test_a_mistyped_token_holds_up_nothing_that_needs_none(office: Installation, command: str) -> None:
    office.set("BOT_TOKEN", FAKE_TOKEN[:-12])
    assert office(*command.split()).status == 0


@pytest.mark.parametrize("command", ["run", "demo", "try usulan", "invite bappeda 73.16", "preview"])
def test_wrong_content_is_told_with_where_to_look(office: Installation, command: str) -> None:
    _break_content(office)
    answer = office.run(*command.split()) if command in ("run", "demo") else office(*command.split())
    assert (answer.status, answer.out) == (1, "")
    assert re.fullmatch(
        r"Isi folder konten belum benar \(\d+ hal\)\. Lihat semuanya dengan: python -m bot check\n", answer.err
    )


def test_check_lists_every_mistake_by_file(office: Installation) -> None:
    _break_content(office)
    answer = office("check")
    assert answer.status == 1
    assert any(line.startswith("formulir/usulan.toml") for line in answer.lines)
    assert answer.err == f"Ada {len(answer.lines)} hal yang perlu dibetulkan.\n"


def test_check_is_content_with_the_real_content(office: Installation) -> None:
    answer = office("check")
    assert (answer.status, answer.out, answer.err) == (0, "Semua isi konten sudah benar.\n", "")


def test_words_that_an_editor_renames_and_the_program_looks_for_are_told(office: Installation) -> None:
    folder = office.folder / "isi"
    shutil.copytree(ROOT / "content", folder)
    office.set("CONTENT_DIR", str(folder))
    path = folder / WORDS_FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[sudah_selesai]\nkata =", "[sudah_selesai]\nkataa ="), encoding="utf-8")
    answer = office("check")
    assert (answer.status, len(answer.lines)) == (1, 1)
    assert answer.out.startswith(f"{WORDS_FILE}: sudah_selesai.kata: ")


def test_a_kabupaten_that_does_not_exist_is_told(office: Installation) -> None:
    office.set("KABUPATEN", "99.99")
    answer = office("check")
    assert answer.status == 1
    assert "99.99" in answer.out


@pytest.mark.parametrize("command", ["run", "migrate", "backup", "invite bappeda 73.16", "doctor --ulangi-keluar"])
def test_a_database_server_that_is_down_is_told_without_its_password(office: Installation, command: str) -> None:
    office.database("postgresql://bot:rahasia@127.0.0.1:9/kawan")
    answer = office.run(*command.split()) if command == "run" else office(*command.split())
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == (
        "Basis data tidak bisa dibuka. Periksa DATABASE_URL di .env dan pastikan servernya hidup, lalu coba lagi.\n"
    )


@pytest.mark.parametrize("command", ["run", "migrate", "backup", "doctor --ulangi-keluar"])
def test_a_database_address_that_makes_no_sense_is_told(office: Installation, command: str) -> None:
    office.database("postgresql://bot:rahasia@127.0.0.1:pintu/kawan")
    answer = office.run(*command.split()) if command == "run" else office(*command.split())
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "DATABASE_URL di .env tidak bisa dibaca. Contoh: sqlite:///data/kawan.db\n"


@pytest.mark.parametrize("command", ["run", "migrate", "backup"])
def test_a_file_that_is_no_database_is_told(office: Installation, command: str) -> None:
    Path("data").mkdir()
    Path("data/kawan.db").write_bytes(b"bukan basis data" * 1000)
    answer = office.run(*command.split()) if command == "run" else office(*command.split())
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Berkas basis data rusak atau bukan basis data.")


def test_a_folder_that_cannot_be_made_is_told(office: Installation) -> None:
    Path("data").write_text("sebuah berkas")
    answer = office.run("run")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Folder media data/media tidak bisa ditulis: jalurnya bukan folder.")
    assert answer.err.count("\n") == 1


def test_a_port_that_is_taken_is_told(office: Installation) -> None:
    with socket.socket() as other:
        other.bind(("0.0.0.0", 0))
        other.listen()
        office.set("WEB_PORT", str(other.getsockname()[1]))
        answer = office.run("run")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Port itu sudah dipakai program lain.")


def test_a_second_bot_on_one_file_is_refused(office: Installation) -> None:
    with sole_user_of("sqlite+aiosqlite:///data/kawan.db"):
        answer = office.run("run")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Bot ini sudah berjalan dengan basis data data/kawan.db.")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_the_bot_ends_in_silence_when_told_to(
    office: Installation, sqlite_url: str, tmp_path: Path, number: signal.Signals
) -> None:
    async with town(sqlite_url, tmp_path, started=False) as place:
        office.set("BOT_API_URL", place.settings.bot_api_url)
        office.database(sqlite_url)
        bot = office.spawn("run")
        try:
            await place.simulator.wait_for_call("setMyCommands", timeout=20)
            bot.send_signal(number)
            out, err = await asyncio.to_thread(bot.communicate, timeout=15)
        finally:
            end(bot)
    assert (bot.returncode, out, err) == (0, "", "")


def test_what_anybody_may_read_is_told_at_the_start(office: Installation) -> None:
    env = Path(".env")
    env.touch()
    env.chmod(0o644)
    office.set("LOG_LEVEL", "WARNING")
    with sole_user_of("sqlite+aiosqlite:///data/kawan.db"):
        answer = office.run("run")
    assert ".env bisa dibaca siapa saja di komputer ini. Jalankan: chmod o= .env" in answer.err


def test_what_the_bot_makes_is_for_its_owner_only(office: Installation) -> None:
    assert office.run("migrate").status == 0
    assert Path("data/kawan.db").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("try undangan", "Formulir undangan tidak ada. Yang ada:"),
        ("invite raja 73.16", "Peran raja tidak ada. Pilih salah satu:"),
        ("invite bappeda 73.15", "Kode wilayah 73.15 tidak ada di Kabupaten Enrekang."),
        ("invite bappeda 73.16", "Basis data masih kosong. Jalankan: python -m bot migrate"),
        ("doctor --ulangi-masuk 7", "Basis data masih kosong. Jalankan: python -m bot migrate"),
    ],
)
def test_what_is_not_there_is_named(office: Installation, words: str, sentence: str) -> None:
    answer = office(*words.split())
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(sentence)
    assert answer.err.count("\n") == 1
    assert not Path("data/kawan.db").exists()


def test_an_invitation_comes_with_its_link_once_the_bot_is_known(office: Installation, database_url: str) -> None:
    office.database(database_url)
    me = FAKE_TOKEN.partition(":")[0]
    do(database_url, "INSERT INTO facts VALUES (:n, :v)", n=f"me:{me}", v='{"username": "KawanBot"}')
    answer = office("invite", "bappeda", "73.16")
    assert answer.status == 0
    told = re.fullmatch(
        r"Kode undangan bappeda untuk Kabupaten Enrekang: (\w{8}) \(sekali pakai, 30 hari\)", answer.lines[0]
    )
    assert told is not None
    assert answer.lines[1] == f"Tautan: https://t.me/KawanBot?start={told[1]}"
