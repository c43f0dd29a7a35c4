"""*Teruskan ke WA*: a button that opens WhatsApp with the text filled in; nothing is sent by us."""

from typing import Any
from urllib.parse import quote

from bot.work.office import Office

#: A message somebody reads to the end.
LONGEST = 700


def chat_button(office: Office, number: str) -> dict[str, Any]:
    """A button that opens a chat with this number, told from its 0 on."""
    return {
        "text": office.plain("tombol_whatsapp"),
        "url": f"https://wa.me/62{number.removeprefix('0')}",
    }


def forward_button(office: Office, text: str) -> dict[str, Any]:
    """A button for the Bot API's inline keyboard. `text`: plain, at most 700 characters are taken."""
    label = office.plain("tombol_teruskan_wa")
    return {"text": label, "url": f"https://wa.me/?text={quote(text[:LONGEST], safe='')}"}
