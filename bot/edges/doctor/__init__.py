"""`python -m bot doctor`: looks at everything an operator can put right, and says how."""

from collections.abc import AsyncIterator, Sequence

from bot.catalog import missing_numbers, problems
from bot.config import Settings
from bot.edges.doctor.finding import Finding, Mark, broken, fine
from bot.edges.doctor.machine import examine_machine
from bot.edges.doctor.messenger import examine_messenger, remove_webhook
from bot.edges.doctor.stored import examine_stored

__all__ = ["Finding", "Mark", "examine", "remove_webhook"]


async def examine(settings: Settings, paused: str) -> AsyncIterator[Finding]:
    """All findings, each as soon as it is known. `paused`: the name of the fact that keeps the bot silent."""
    async for finding in examine_messenger(settings):
        yield finding
    yield content(settings)
    yield numbers(missing_numbers(settings.content_dir))
    async for finding in examine_stored(settings, paused):
        yield finding
    for finding in examine_machine(settings):
        yield finding


def content(settings: Settings) -> Finding:
    found = problems(settings.content_dir, settings.kabupaten)
    if found:
        return broken(f"Folder konten belum benar ({len(found)} hal). Lihat semuanya: python -m bot check")
    return fine(f"Isi folder konten benar untuk kabupaten {settings.kabupaten}.")


def numbers(missing: Sequence[str]) -> Finding:
    """`missing`: whose number somebody in danger would need here, and does not get."""
    if not missing:
        return fine("Nomor darurat setempat sudah diisi.")
    told = ", ".join(missing)
    return broken(f"Nomor darurat setempat belum diisi: {told}. Coba telepon dulu, lalu isi di content/bahaya.toml.")
