"""Is Telegram there, does it know our token, does anything keep updates from us, and what time is it?"""

import time
from collections.abc import AsyncIterator
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.config import Settings
from bot.edges.doctor.finding import Finding, broken, doubtful, fine
from bot.edges.wire import Wire

#: Seconds by which this machine's clock may differ from Telegram's; its answer names whole seconds only.
_TOLERANCE = 30.0
_LIMIT = 10.0


async def examine_messenger(settings: Settings) -> AsyncIterator[Finding]:
    token = settings.bot_token.get_secret_value()
    if not token:
        yield broken("BOT_TOKEN belum diisi. Minta token ke @BotFather, lalu tulis di berkas .env.")
        return
    wire = Wire(settings.bot_api_url, token)
    try:
        answer = await wire.call("getMe", {}, seconds=_LIMIT)
        yield identity(answer.status, answer.result if answer.ok else None)
        if answer.ok:
            yield privacy(answer.result)
            hook = await wire.call("getWebhookInfo", {}, seconds=_LIMIT)
            if hook.ok:
                yield webhook(hook.result)
        if answer.status:
            yield clock(await _seconds_ahead(wire))
    finally:
        await wire.close()


def identity(status: int, me: Any) -> Finding:
    if isinstance(me, dict):
        return fine(f"Token dikenal Telegram: @{me.get('username', '?')}.")
    if status in (401, 404):
        return broken("Token ditolak Telegram. Ambil token yang berlaku dari @BotFather, lalu ganti BOT_TOKEN di .env.")
    if status == 0:
        return broken("Telegram tidak bisa dihubungi. Periksa sambungan internet dan BOT_API_URL di .env.")
    return broken(f"Telegram menjawab tidak semestinya (HTTP {status}). Periksa BOT_API_URL, lalu coba lagi nanti.")


def privacy(me: dict[str, Any]) -> Finding:
    if me.get("can_read_all_group_messages"):
        return doubtful(
            "Bot membaca semua pesan di grup. Nyalakan lagi privasi: @BotFather, /setprivacy, pilih bot ini, Enable."
        )
    return fine("Di grup, bot hanya membaca pesan yang ditujukan kepadanya.")


def webhook(info: Any) -> Finding:
    """A webhook makes Telegram answer 409 to getUpdates. Its path may hold a secret, so only the host is told."""
    url = info.get("url", "") if isinstance(info, dict) else ""
    if url:
        return broken(
            f"Ada webhook ke {urlsplit(url).hostname}. Selama itu terpasang, Telegram tidak menyerahkan pesan kepada "
            "bot ini. Hentikan program yang memasangnya, lalu jalankan: python -m bot doctor --lepas-webhook"
        )
    waiting = info.get("pending_update_count", 0) if isinstance(info, dict) else 0
    return fine(f"Tidak ada webhook; {waiting} pesan menunggu di Telegram.")


async def _seconds_ahead(wire: Wire) -> float | None:
    """How far our clock is ahead of Telegram's, by the Date of its answer; None when it gives none."""
    try:
        before = time.time()
        async with wire.session().get(wire.api_url, allow_redirects=False) as response:
            told = response.headers.get("Date", "")
        return (before + time.time()) / 2 - parsedate_to_datetime(told).timestamp()
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return None


def clock(ahead: float | None) -> Finding:
    if ahead is None:
        return doubtful("Jam komputer ini tidak bisa dibandingkan dengan jam Telegram. Periksa sendiri jamnya.")
    if abs(ahead) > _TOLERANCE:
        return broken(
            f"Jam komputer ini {'terlalu cepat' if ahead > 0 else 'terlambat'} {abs(ahead):.0f} detik. "
            "Nyalakan penyetelan waktu otomatis (NTP), misalnya: timedatectl set-ntp true"
        )
    return fine("Jam komputer ini cocok dengan jam Telegram.")


async def remove_webhook(settings: Settings) -> bool:
    """Make Telegram hand updates to getUpdates again; what waits is kept. False when Telegram refuses."""
    wire = Wire(settings.bot_api_url, settings.demand_token().bot_token.get_secret_value())
    try:
        return (await wire.call("deleteWebhook", {"drop_pending_updates": False}, seconds=_LIMIT)).ok
    finally:
        await wire.close()
