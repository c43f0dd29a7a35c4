"""Settings are read once; a mistake is told in one Indonesian sentence that holds no secret."""

import traceback
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config import Settings, SettingsError, read_settings
from tests.support import FAKE_TOKEN


@pytest.fixture(autouse=True)
def empty_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without .env and an environment without our names."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def _write_env(text: str) -> None:
    Path(".env").write_text(text, encoding="utf-8")


def _complaint() -> str:
    with pytest.raises(SettingsError) as caught:
        read_settings()
    return caught.value.sentence


def test_without_any_setting_the_bot_serves_enrekang_on_sqlite() -> None:
    settings = read_settings()
    assert settings.kabupaten == "73.16"
    assert settings.async_database_url == "sqlite+aiosqlite:///data/kawan.db"
    assert settings.bot_api_url == "https://api.telegram.org"


def test_the_env_file_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    _write_env(f"BOT_TOKEN={FAKE_TOKEN}\nKABUPATEN=73.15\nNAMA_BAPPEDA=Bapperida\n")
    monkeypatch.setenv("KABUPATEN", "11.01")
    settings = read_settings()
    assert settings.bot_token.get_secret_value() == FAKE_TOKEN
    assert settings.kabupaten == "11.01"
    assert settings.nama_bappeda == "Bapperida"


def test_an_empty_line_counts_as_not_set() -> None:
    _write_env("NAMA_BAPPEDA=\nWEB_PORT=\nKABUPATEN=\n")
    settings = read_settings()
    assert settings.nama_bappeda is None
    assert settings.kabupaten == "73.16"


def test_lines_of_other_programs_are_left_alone() -> None:
    _write_env("POSTGRES_USER=x\n")
    assert read_settings().kabupaten == "73.16"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("BOT_TOKEN=12345:short", "BOT_TOKEN bukan token"),
        ("BOT_API_URL=api.telegram.org", "BOT_API_URL harus alamat"),
        ("BOT_API_URL=http://[", "BOT_API_URL harus alamat"),
        ("DATABASE_URL=mysql://a/b", 'DATABASE_URL harus diawali "sqlite:///"'),
        ("DATABASE_URL=sqlite://", "DATABASE_URL untuk SQLite tulis nama berkasnya"),
        ("DATABASE_URL=sqlite:///:memory:", "DATABASE_URL untuk SQLite tulis nama berkasnya"),
        ("DATABASE_URL=kawan.db", "DATABASE_URL harus diawali"),
        ("KABUPATEN=Enrekang", "KABUPATEN harus kode wilayah"),
        ("ZONA_WAKTU=Makassar", "ZONA_WAKTU harus WIB, WITA, WIT"),
        ("ZONA_WAKTU=/etc/passwd", "ZONA_WAKTU harus WIB, WITA, WIT"),
        ("ZONA_WAKTU=Asia", "ZONA_WAKTU harus WIB, WITA, WIT"),
        ("SEND_PER_SECOND=banyak", "SEND_PER_SECOND harus angka"),
        ("SEND_PER_SECOND=-1", "SEND_PER_SECOND paling kecil 0"),
        ("SEND_PER_SECOND=nan", "SEND_PER_SECOND harus angka"),
        ("SEND_PER_SECOND=inf", "SEND_PER_SECOND harus angka"),
        ("CHAT_BURST=0", "CHAT_BURST paling kecil 1"),
        ("CHAT_BURST=1.5", "CHAT_BURST harus angka bulat"),
        ("WEB_PORT=70000", "WEB_PORT paling besar 65535"),
        ("LOG_LEVEL=ramai", "LOG_LEVEL harus salah satu dari 'DEBUG', 'INFO', 'WARNING' atau 'ERROR'"),
    ],
)
def test_a_mistake_names_the_line_and_what_belongs_there(line: str, told: str) -> None:
    _write_env(line)
    sentence = _complaint()
    assert told in sentence
    assert "\n" not in sentence


def test_all_mistakes_are_told_at_once() -> None:
    _write_env("KABUPATEN=x\nCHAT_BURST=x\nWEB_PORT=-1\n")
    assert all(name in _complaint() for name in ("KABUPATEN", "CHAT_BURST", "WEB_PORT"))


def test_a_file_that_is_not_text_is_told_as_such() -> None:
    Path(".env").write_bytes(b"NAMA_BAPPEDA=\xff\xfe\n")
    assert "UTF-8" in _complaint()


def test_secrets_are_in_no_complaint_traceback_or_repr() -> None:
    _write_env("BOT_TOKEN=123456:almost-a-token\nDATABASE_URL=mysql://bot:hunter2@db/kawan\n")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    told = "".join(traceback.format_exception(caught.value))
    assert "almost-a-token" not in told
    assert "hunter2" not in told


def test_also_the_library_complains_without_the_value() -> None:
    with pytest.raises(ValidationError) as caught:
        Settings.model_validate({"bot_token": "123456:almost-a-token"})
    assert "almost-a-token" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_told_as_such() -> None:
    Path(".env").symlink_to("/proc/self/mem")  # exists, and every reading of it fails, also for root
    assert "tidak bisa dibaca" in _complaint()


def test_settings_do_not_change_while_the_bot_runs() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        read_settings().__setattr__("kabupaten", "11.01")


def test_the_repr_of_settings_shows_neither_token_nor_password() -> None:
    _write_env(f"BOT_TOKEN={FAKE_TOKEN}\nDATABASE_URL=postgresql://bot:hunter2@db/kawan\n")
    shown = f"{read_settings()!r} {read_settings()}"
    assert FAKE_TOKEN not in shown
    assert "hunter2" not in shown


def test_a_missing_token_is_told_only_to_who_needs_one() -> None:
    settings = read_settings()
    with pytest.raises(SettingsError, match="@BotFather"):
        settings.demand_token()


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("sqlite:///data/a.db", "sqlite+aiosqlite:///data/a.db"),
        ("sqlite+aiosqlite:////srv/a.db", "sqlite+aiosqlite:////srv/a.db"),
        ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgresql://u:p@h:5433/d?sslmode=require", "postgresql+psycopg://u:p@h:5433/d?sslmode=require"),
        ("postgresql:///d?host=/run/postgresql", "postgresql+psycopg:///d?host=/run/postgresql"),
    ],
)
def test_the_database_address_gets_our_driver(given: str, used: str) -> None:
    assert Settings(database_url=given).async_database_url == used


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("sqlite:///data/a.db", Path("data/a.db")),
        ("sqlite:////srv/a.db?timeout=1", Path("/srv/a.db")),
        ("postgresql://h/d", None),
    ],
)
def test_the_sqlite_file_is_known_by_its_path(given: str, path: Path | None) -> None:
    assert Settings(database_url=given).sqlite_path == path


@pytest.mark.parametrize(
    ("url", "loopback"),
    [
        ("http://127.0.0.1:8081", True),
        ("http://127.8.8.8", True),
        ("http://[::1]:99", True),
        ("http://localhost:8081", True),
        ("https://api.telegram.org", False),
        ("http://127.0.0.1.example.org", False),
        ("http://10.0.0.1", False),
    ],
)
def test_only_this_machine_counts_as_loopback(url: str, loopback: bool) -> None:
    assert Settings(bot_api_url=url).is_loopback is loopback


@pytest.mark.parametrize(
    ("written", "zone"),
    [("wib", "Asia/Jakarta"), ("WITA", "Asia/Makassar"), ("WIT", "Asia/Jayapura"), ("Asia/Makassar", "Asia/Makassar")],
)
def test_a_zone_is_written_as_people_say_it(written: str, zone: str) -> None:
    assert Settings(zona_waktu=written).zona_waktu == zone


def test_a_slash_at_the_end_of_the_address_is_dropped() -> None:
    assert Settings(bot_api_url="http://127.0.0.1:8081/").bot_api_url == "http://127.0.0.1:8081"


def test_the_level_of_logs_may_be_written_small() -> None:
    assert Settings.model_validate({"log_level": "debug"}).log_level == "DEBUG"
