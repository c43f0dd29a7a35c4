"""A little bot that speaks the Bot API over HTTP, for trying the chat page without the real one."""

import asyncio
import html
from contextlib import suppress
from typing import Any

import aiohttp

Json = dict[str, Any]

WELCOME = {
    "inline_keyboard": [
        [
            {"text": "Setuju", "callback_data": "setuju", "style": "success"},
            {"text": "Tidak dulu", "callback_data": "tidak", "style": "danger"},
            {"text": "Dengarkan", "callback_data": "ubah"},
        ],
        [
            {"text": "Salin nomor", "copy_text": {"text": "Baraka 42"}},
            {"text": "Bagikan lewat WhatsApp", "url": "https://wa.me/?text=Halo"},
        ],
        [{"text": "Diam saja", "callback_data": "diam"}],
    ]
}
KEYS = {
    "keyboard": [
        [{"text": "Maiwa"}, {"text": "Enrekang"}, {"text": "Buntu Batu"}],
        [{"text": "Kirim lokasi", "request_location": True}, {"text": "Kirim nomor", "request_contact": True}],
    ],
    "one_time_keyboard": True,
    "input_field_placeholder": "Pilih kecamatan",
}
FORCED = {"force_reply": True, "input_field_placeholder": "Contoh: 23 rumah"}
TOASTS = {"setuju": ("Tercatat, terima kasih.", False), "tidak": ("Tidak apa-apa, Bu.", True)}


class EchoBot:
    """Polls as a real bot does and answers each update with what it saw."""

    def __init__(self, url: str, token: str) -> None:
        self._root = f"{url}/bot{token}"
        self._running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._session = aiohttp.ClientSession()
        await self.ask("setMyCommands", commands=[{"command": "usulanku", "description": "Lihat usulan saya"}])
        await self.ask("setMyDescription", description="Teman musrenbang Bapak/Ibu.")
        self._running = asyncio.create_task(self._poll())

    async def stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running
        await self._session.close()

    async def ask(self, method: str, **params: Any) -> Any:
        """Call the Bot API; the result, or None when it was refused."""
        async with self._session.post(f"{self._root}/{method}", json=params) as response:
            answer = await response.json()
            return answer.get("result")

    async def _poll(self) -> None:
        offset = 0
        while True:
            for update in await self.ask("getUpdates", offset=offset, timeout=20) or []:
                offset = update["update_id"] + 1
                await self._answer(update)

    async def _answer(self, update: Json) -> None:
        if query := update.get("callback_query"):
            await self._answer_press(query)
        elif edited := update.get("edited_message"):
            await self._say(edited, f"Diubah menjadi: {html.escape(edited.get('text') or edited['caption'])}")
        elif message := update.get("message"):
            await self._answer_message(message)

    async def _answer_press(self, query: Json) -> None:
        data, message = query["data"], query["message"]
        if data == "diam":
            return
        text, alert = TOASTS.get(data, ("", False))
        await self.ask("answerCallbackQuery", callback_query_id=query["id"], text=text, show_alert=alert)
        if data == "ubah":
            where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
            await self.ask("editMessageText", **where, text="Sudah <i>didengarkan</i>.", parse_mode="HTML")

    async def _answer_message(self, message: Json) -> None:
        text = message.get("text", "")
        special = SPECIAL.get(text)
        if special:
            await special(self, message)
        elif text.startswith("/start "):
            await self._say(message, f"Undangan {text.removeprefix('/start ')} diterima.")
        else:
            await self._say(message, describe(message), reply_parameters={"message_id": message["message_id"]})

    async def _say(self, message: Json, text: str, **more: Any) -> None:
        await self.ask("sendMessage", chat_id=message["chat"]["id"], text=text, parse_mode="HTML", **more)

    async def _welcome(self, message: Json) -> None:
        name = html.escape(message["from"]["first_name"])
        await self._say(message, f"Selamat datang, <b>{name}</b>.\nMau bercerita?", reply_markup=WELCOME)

    async def _offer_keys(self, message: Json) -> None:
        await self._say(message, "Di kecamatan mana?", reply_markup=KEYS)

    async def _force(self, message: Json) -> None:
        await self._say(message, "Berapa rumah?", reply_markup=FORCED)

    async def _poll_people(self, message: Json) -> None:
        options = [{"text": "Air bersih"}, {"text": "Jalan tani"}]
        chat = message["chat"]["id"]
        await self.ask("sendPoll", chat_id=chat, question="Mana dulu?", options=options, is_anonymous=False)


SPECIAL = {
    "/start": EchoBot._welcome,
    "tombol": EchoBot._offer_keys,
    "tanya": EchoBot._force,
    "jajak": EchoBot._poll_people,
}


def describe(message: Json) -> str:
    """What came in, in a sentence, escaped for HTML."""
    if "photo" in message:
        return f"Foto {html.escape(message.get('caption', 'tanpa keterangan'))}"
    if "voice" in message:
        return f"Suara {message['voice']['mime_type']}"
    if "location" in message:
        return "Titik {latitude:.3f} {longitude:.3f}".format(**message["location"])
    if "contact" in message:
        own = message["contact"].get("user_id") == message["from"]["id"]
        return f"Nomor {'sendiri' if own else 'orang lain'} {message['contact']['phone_number']}"
    if "document" in message:
        return f"Berkas {html.escape(message['document'].get('file_name', ''))}"
    return f"Kata Ibu: {html.escape(message.get('text', ''))}"
