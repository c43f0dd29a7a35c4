"""What is said when a file cannot be opened or made: to whoever sent it, or waits for it."""

from typing import Any

from bot.store.database.database import Connection
from bot.store.queues.letters import Letter
from bot.store.usulan import media
from bot.work.office import Office
from bot.work.saying.letters import text_row


async def for_a_picture(connection: Connection, office: Office, media_id: int, real: float) -> list[dict[str, Any]]:
    """Rows for the outbox: once an usulan, however many of its files could not be kept."""
    found = await media.sender_of(connection, media_id)
    if found is None or found[2] > 1:
        return []
    person_id, address, _, kecamatan, serial = found
    text = office.catalog.text("foto_tak_terbaca", nomor=office.spoken_name(kecamatan, serial))
    return [text_row(text, chat=address, real=real, person_id=person_id)]


def for_a_letter(office: Office, letter: Letter, real: float) -> list[dict[str, Any]]:
    """Rows for the outbox, to whoever waits for a file that cannot be made."""
    if not letter.chat:
        return []
    text = office.catalog.text("berkas_gagal_dibuat")
    return [text_row(text, chat=letter.chat, real=real, person_id=letter.person_id)]
