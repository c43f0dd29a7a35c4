"""Starting the bot: every reason not to start comes out as one Indonesian line."""

import asyncio
import sys

from bot.config import Settings, SettingsError, read_settings

_MIGRATE = "python -m bot migrate"


def start(*, resume: bool = False) -> int:
    """Run until told to stop; the process's exit status. `resume`: let a restored, paused bot speak again."""
    try:
        settings = read_settings()
        if not settings.bot_token.get_secret_value():
            raise SettingsError("BOT_TOKEN belum diisi. Salin token dari BotFather ke baris BOT_TOKEN di berkas .env.")
        _run(settings, resume)
    except SettingsError as error:
        return _refuse(error.sentence)
    except Exception as error:  # the reasons below are told in a sentence, everything else is a fault and shown as one
        sentence = _sentence_for(error)
        if sentence is None:
            raise
        return _refuse(sentence)
    return 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1


def _run(settings: Settings, resume: bool) -> None:
    from bot import app
    from bot.logs import set_up_logs

    set_up_logs(settings.log_level, json=not sys.stderr.isatty())
    asyncio.run(_make_ready(settings, resume))
    app.run_until_signal(settings)


async def _make_ready(settings: Settings, resume: bool) -> None:
    """An empty database gets its tables at the first start; a pause is lifted when that was asked for."""
    from bot.app import PAUSED, database_of
    from bot.store import facts, schema

    database = database_of(settings)
    try:
        async with database.read() as connection:
            is_empty = await schema.revision(connection) is None
        if is_empty:
            from bot.store.migrate import upgrade

            upgrade(settings.async_database_url)
        if resume:
            async with database.write() as connection:
                await facts.forget(connection, PAUSED)
    finally:
        await database.close()


def _sentence_for(error: Exception) -> str | None:
    from bot.app import AlreadyRunning
    from bot.catalog import ContentProblems
    from bot.store.database import DATABASE_AWAY
    from bot.store.schema import WrongSchema

    if isinstance(error, AlreadyRunning):
        return (
            f"Bot ini sudah berjalan dengan basis data {error}. "
            "Hentikan dulu yang satu itu, atau pakai PostgreSQL untuk beberapa proses."
        )
    if isinstance(error, WrongSchema):
        return f"Basis data masih versi {error.found}, tidak cocok dengan program ini. Jalankan: {_MIGRATE}"
    if isinstance(error, ContentProblems):
        return f"Isi folder konten belum benar ({len(error.problems)} hal). Lihat semuanya dengan: python -m bot check"
    if isinstance(error, DATABASE_AWAY):
        return (
            "Basis data tidak bisa dibuka. Periksa DATABASE_URL di .env dan pastikan servernya hidup, lalu coba lagi."
        )
    return None
