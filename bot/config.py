"""The program's settings: read once, at the start, from the environment and `.env`.

Whoever runs the bot is not a programmer: every mistake comes out in one Indonesian sentence that names the line to
change, and neither the token nor the database's password is ever part of it.
"""

import re
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

TOKEN_SHAPE = re.compile(r"\d{6,12}:[A-Za-z0-9_-]{30,}")

_ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_SQLITE_HINT = 'untuk SQLite tulis nama berkasnya, contoh "sqlite:///data/kawan.db"'


class SettingsError(Exception):
    """The bot cannot start with these settings; `sentence` (Indonesian) tells its operator why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Settings(BaseSettings):
    """Names in the environment are the field names in capitals; an empty value counts as not set."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",  # .env may hold lines for other programs
        frozen=True,
        hide_input_in_errors=True,  # a mistyped token is still a token
    )

    bot_token: SecretStr = Field(
        default=SecretStr(""), description="Token from @BotFather. A secret; `demo` and `check` do without."
    )
    bot_api_url: str = Field(
        default="https://api.telegram.org", description="Where the Bot API answers; the simulator's address in a trial."
    )
    database_url: str = Field(
        default="sqlite:///data/kawan.db",
        repr=False,  # may hold a password
        description="`sqlite:///file.db`, or `postgresql://user:password@host/name` when one machine is not enough.",
    )
    kabupaten: str = Field(
        default="73.16", description="Wilayah code of the kabupaten or kota, two digits, dot, two digits."
    )
    nama_bappeda: str | None = Field(
        default=None, description='Name signed under messages; empty means "Bappeda {kabupaten}".'
    )
    zona_waktu: str | None = Field(
        default=None, description="WIB, WITA, WIT or an IANA name; empty: the zone of the province."
    )
    content_dir: Path = Field(default=Path("content"), description="Folder of the content: forms, lessons, sentences.")
    media_dir: Path = Field(default=Path("data/media"), description="Folder for the photos and voice people send.")
    send_per_second: float = Field(
        default=30.0, ge=0, allow_inf_nan=False, description="Messages a second, all chats together; 0 = no limit."
    )
    chat_per_second: float = Field(
        default=1.0, ge=0, allow_inf_nan=False, description="Messages a second to one chat; 0 = no limit."
    )
    chat_burst: int = Field(
        default=4, ge=1, description="Messages one chat may get at once before the rate above holds."
    )
    group_per_minute: float = Field(
        default=20.0, ge=0, allow_inf_nan=False, description="Messages a minute to one group; 0 = no limit."
    )
    news_at_once: int = Field(
        default=500, ge=1, le=500, description="People told of a new date in one transaction; fewer on a slow machine."
    )
    web_host: str = Field(default="127.0.0.1", description="Address on which /healthz and /metrics are answered.")
    web_port: int = Field(default=0, ge=0, le=65535, description="Port of /healthz and /metrics; 0 = none.")
    calendar_host: str = Field(default="127.0.0.1", description="Address on which /kalender/ is answered.")
    calendar_port: int = Field(default=0, ge=0, le=65535, description="Port of /kalender/ and nothing else; 0 = none.")
    web_address: str = Field(
        default="", description="Where CALENDAR_PORT is reached from outside, for calendars; empty = nowhere."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", description="How much is logged.")

    @field_validator("bot_token")
    @classmethod
    def _check_token(cls, token: SecretStr) -> SecretStr:
        if token.get_secret_value() and not TOKEN_SHAPE.fullmatch(token.get_secret_value()):
            raise ValueError(
                "bukan token BotFather (bentuknya angka, titik dua, lalu 35 huruf/angka), salin ulang seluruhnya"
            )
        return token

    @field_validator("web_address")
    @classmethod
    def _check_web_address(cls, url: str) -> str:
        if url and not re.fullmatch(r"https?://[\w.-]+(:\d+)?(/[\w./-]*)?", url):
            raise ValueError("harus alamat yang diawali https:// (atau http://), atau kosong")
        return url.rstrip("/")

    @field_validator("bot_api_url")
    @classmethod
    def _check_api_url(cls, url: str) -> str:
        if not re.fullmatch(r"https?://([\w.-]+|\[[\da-fA-F:]+\])(:\d+)?(/.*)?", url):
            raise ValueError("harus alamat yang diawali https:// (atau http://)")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _check_database(cls, url: str) -> str:
        scheme, _, rest = url.partition("://")
        if scheme not in _DRIVERS:
            raise ValueError('harus diawali "sqlite:///" atau "postgresql://"')
        if _DRIVERS[scheme].startswith("sqlite") and (not rest.startswith("/") or rest in ("/", "/:memory:")):
            raise ValueError(_SQLITE_HINT)
        return url

    @field_validator("kabupaten")
    @classmethod
    def _check_kabupaten(cls, code: str) -> str:
        if not re.fullmatch(r"\d{2}\.\d{2}", code):
            raise ValueError('harus kode wilayah seperti "73.16"')
        return code

    @field_validator("zona_waktu")
    @classmethod
    def _name_zone(cls, zone: str | None) -> str | None:
        name = _ZONES.get((zone or "").upper(), zone)
        try:
            return name and ZoneInfo(name).key
        except (ValueError, OSError, LookupError):
            raise ValueError('harus WIB, WITA, WIT, atau nama seperti "Asia/Makassar"') from None

    @field_validator("log_level", mode="before")
    @classmethod
    def _raise_case(cls, level: Any) -> Any:
        return level.upper() if isinstance(level, str) else level

    @property
    def is_loopback(self) -> bool:
        """True when the Bot API is on this machine, a simulator: only then may the civil clock be moved."""
        host = urlsplit(self.bot_api_url).hostname or ""
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    @property
    def async_database_url(self) -> str:
        """The database address with the driver this program uses (aiosqlite or psycopg)."""
        scheme, _, rest = self.database_url.partition("://")
        return f"{_DRIVERS[scheme]}://{rest}"

    @property
    def sqlite_path(self) -> Path | None:
        """The SQLite file, relative to the working folder as SQLAlchemy reads it; None on PostgreSQL."""
        if not self.async_database_url.startswith("sqlite"):
            return None
        return Path(self.async_database_url.partition(":///")[2].partition("?")[0])

    def demand_token(self) -> Self:
        """Return these settings; raise SettingsError when there is no token to talk to Telegram with."""
        if not self.bot_token.get_secret_value():
            raise SettingsError("BOT_TOKEN belum diisi: minta token ke @BotFather, lalu tulis di berkas .env.")
        return self


def read_settings(**given: Any) -> Settings:
    """Read the environment and `.env`, but for what is `given`. Every mistake at once in one SettingsError, without the
    values themselves."""
    try:
        return Settings(**given)
    except ValidationError as error:
        sentence = "; ".join(_tell(problem) for problem in error.errors(include_input=False))
    except UnicodeDecodeError:
        sentence = "berkas .env bukan teks UTF-8, simpan ulang sebagai UTF-8"
    except OSError as error:
        sentence = f"berkas .env tidak bisa dibaca ({error.strerror})"
    # Raised outside the handlers: a chained exception would bring the mistyped values into a traceback.
    raise SettingsError(f"Pengaturan belum benar: {sentence}. Perbaiki di berkas .env lalu jalankan lagi.")


_SENTENCES: dict[str, Callable[[dict[str, Any]], str]] = {
    "value_error": lambda context: str(context["error"]),
    "greater_than_equal": lambda context: f"paling kecil {context['ge']:g}",
    "less_than_equal": lambda context: f"paling besar {context['le']:g}",
    "literal_error": lambda context: f"harus salah satu dari {context['expected'].replace(' or ', ' atau ')}",
    "finite_number": lambda context: "harus angka biasa",
    "float_parsing": lambda context: "harus angka, dengan titik untuk pecahan",
    "int_parsing": lambda context: "harus angka bulat",
    "int_from_float": lambda context: "harus angka bulat",
}


def _tell(problem: Any) -> str:
    say = _SENTENCES.get(problem["type"])
    fault = say(problem.get("ctx", {})) if say else "isinya tidak dikenali"
    return f"{'.'.join(str(part) for part in problem['loc']).upper()} {fault}"
