"""Methods that send and fetch files."""

from typing import Any

from telegram.constants import FileSizeLimit, MediaGroupLimit

from bot.simulator.api import Call, answers
from bot.simulator.api_messages import read_caption, send
from bot.simulator.media import BadPicture, take_in
from bot.simulator.posting import post_from_bot
from bot.simulator.protocol import Json
from bot.simulator.refusals import Refusal, bad_request
from bot.simulator.requests import Upload
from bot.simulator.stage import new_id


async def _send_file(call: Call, kind: str) -> Json:
    call.chat()
    caption = read_caption(call.params)
    part = await read_file(call, kind, call.params[kind])
    if kind == "voice" and call.params.get("duration") is not None:
        part = part | {"duration": call.params["duration"]}
    return send(call, {kind: part} | caption)


async def read_file(call: Call, kind: str, given: Any) -> Any:
    """The part of the message for an upload or for a file_id the bot has seen."""
    if str(given).startswith("attach://"):
        name = str(given).removeprefix("attach://")
        if name not in call.uploads:
            raise bad_request(f'file "{name}" not found in the request')
        return await _take_upload(call, kind, call.uploads[name])
    seen = call.stage.files.contents.get(str(given))
    if seen is None:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    if seen[0] != kind:
        raise bad_request(f"can't use file of type {seen[0].capitalize()} as {kind.capitalize()}")
    return seen[1]


async def _take_upload(call: Call, kind: str, upload: Upload) -> Any:
    longest = FileSizeLimit.PHOTOSIZE_UPLOAD if kind == "photo" else FileSizeLimit.FILESIZE_UPLOAD
    if len(upload.content) > longest:
        raise Refusal(413, "Request Entity Too Large")
    if not upload.content:
        raise bad_request("file must be non-empty")
    try:
        files = call.stage.files
        return await take_in(files, kind, upload.content, upload.name, upload.mime, from_person=False)
    except BadPicture as bad:
        raise bad_request(str(bad)) from None


@answers
async def send_photo(call: Call) -> Json:
    return await _send_file(call, "photo")


@answers
async def send_voice(call: Call) -> Json:
    return await _send_file(call, "voice")


@answers
async def send_document(call: Call) -> Json:
    return await _send_file(call, "document")


@answers
async def send_media_group(call: Call) -> list[Json]:
    chat, items = call.chat(), call.params["media"]
    if not isinstance(items, list) or len(items) < MediaGroupLimit.MIN_MEDIA_LENGTH:
        raise bad_request("there must be at least 2 media in the album")
    if len(items) > MediaGroupLimit.MAX_MEDIA_LENGTH:
        raise bad_request("too many messages to send as an album")
    contents = [await _album_item(call, item) for item in items]
    reply_to, group = call.reply_to(chat), new_id()
    return [post_from_bot(call.stage, chat, item | {"media_group_id": group}, None, reply_to) for item in contents]


async def _album_item(call: Call, item: Json) -> Json:
    kind = item.get("type", "")
    if kind not in {"photo", "document"}:
        raise bad_request("can't parse InputMedia: media must be of type photo or document")
    return {kind: await read_file(call, kind, item.get("media"))} | read_caption(item)


@answers
async def get_file(call: Call) -> Json:
    stored = call.stage.files.find(call.params["file_id"])
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if stored.size > FileSizeLimit.FILESIZE_DOWNLOAD:
        raise bad_request("file is too big")
    identity = {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": stored.size}
    return identity | {"file_path": call.stage.files.link(stored)}
