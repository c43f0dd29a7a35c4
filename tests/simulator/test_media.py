"""Files travel both ways: photos in sizes, voice as Ogg/Opus, and nothing that is too big."""

import asyncio
import io
import wave

import av
import pytest
from PIL import Image
from telegram import Bot, InputMediaPhoto
from telegram.error import BadRequest, InvalidToken

from bot.simulator.chats import Person
from bot.simulator.refusals import PageRefusal
from tests.simulator.conftest import Poller
from tests.support.simulator import Simulator


def picture(width: int = 40, height: int = 30, kind: str = "JPEG", exif: Image.Exif | None = None) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "olive").save(out, kind, exif=exif or Image.Exif())
    return out.getvalue()


def silence(seconds: float = 2.0, rate: int = 16_000) -> bytes:
    """A WAV of nothing."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(b"\0\0" * int(seconds * rate))
    return out.getvalue()


def browser_recording(seconds: float = 3.0) -> bytes:
    """What MediaRecorder makes: Opus in a WebM."""
    out = io.BytesIO()
    with av.open(out, "w", format="webm") as target, av.open(io.BytesIO(silence(seconds)), "r") as source:
        stream = target.add_stream("libopus", rate=48_000, layout="mono")
        resampler = av.AudioResampler(format="s16", layout="mono", rate=48_000)
        for frame in [*source.decode(audio=0), None]:
            for piece in resampler.resample(frame):
                target.mux(stream.encode(piece))
        target.mux(stream.encode(None))
    return out.getvalue()


def container(content: bytes) -> tuple[str, str]:
    with av.open(io.BytesIO(content)) as source:
        return source.format.name, source.streams.audio[0].codec_context.name


async def test_a_photo_comes_in_sizes_up_to_1280(sim: Simulator, sitti: Person) -> None:
    message = await sim.photo(sitti, picture(3000, 1500))

    assert [(90, 45), (320, 160), (800, 400), (1280, 640)] == [
        (one["width"], one["height"]) for one in message["photo"]
    ]


async def test_a_small_photo_is_not_made_larger(sim: Simulator, sitti: Person) -> None:
    message = await sim.photo(sitti, picture(200, 100))

    assert [(90, 45), (200, 100)] == [(one["width"], one["height"]) for one in message["photo"]]


async def test_a_photo_loses_its_exif(sim: Simulator, bot: Bot, poller: Poller, sitti: Person) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Dusun Balla"
    await sim.photo(sitti, picture(exif=exif), "Sumurnya")

    message = (await poller.newest()).message

    assert message is not None
    file = await message.photo[-1].get_file()
    with Image.open(io.BytesIO(bytes(await file.download_as_bytearray()))) as got:
        assert ("JPEG", {}) == (got.format, dict(got.getexif()))


async def test_a_photo_taken_sideways_is_turned(sim: Simulator, sitti: Person) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    message = await sim.photo(sitti, picture(80, 60, exif=exif))

    assert (60, 80) == (message["photo"][-1]["width"], message["photo"][-1]["height"])


async def test_a_transparent_picture_can_be_sent(sim: Simulator, sitti: Person) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (60, 40), (10, 20, 30, 40)).save(out, "PNG")

    message = await sim.photo(sitti, out.getvalue())

    assert 60 == message["photo"][-1]["width"]


async def test_what_is_no_picture_cannot_be_sent_as_one(sim: Simulator, sitti: Person) -> None:
    with pytest.raises(PageRefusal, match="tidak dapat dibaca"):
        await sim.photo(sitti, b"bukan gambar")


async def test_an_album_has_one_group_id(sim: Simulator, poller: Poller, sitti: Person) -> None:
    await sim.photo(sitti, picture(), "Jalan", album="a")
    await sim.photo(sitti, picture(50, 50), album="a")
    await sim.photo(sitti, picture(60, 60), album="b")

    groups = [update.message.media_group_id for update in await poller.updates() if update.message]

    assert groups[0] is not None
    assert (True, False) == (groups[0] == groups[1], groups[1] == groups[2])


async def test_a_browsers_recording_is_wrapped_anew(sim: Simulator, bot: Bot, sitti: Person) -> None:
    message = await sim.voice(sitti, browser_recording(3.0))

    file = await bot.get_file(message["voice"]["file_id"])
    content = bytes(await file.download_as_bytearray())
    assert ("ogg", "opus") == container(content)
    assert (3, "audio/ogg") == (message["voice"]["duration"], message["voice"]["mime_type"])


async def test_a_wav_becomes_opus(sim: Simulator, bot: Bot, sitti: Person) -> None:
    message = await sim.voice(sitti, silence(2.0))

    file = await bot.get_file(message["voice"]["file_id"])
    assert ("ogg", "opus") == container(bytes(await file.download_as_bytearray()))
    assert 2 == message["voice"]["duration"]


async def test_an_ogg_passes_as_it_is(sim: Simulator, sitti: Person) -> None:
    first = await sim.voice(sitti, silence())
    ogg = sim.file(first["voice"]["file_id"])

    again = await sim.voice(sitti, ogg)

    assert ogg == sim.file(again["voice"]["file_id"])


async def test_what_is_no_sound_cannot_be_sent_as_voice(sim: Simulator, sitti: Person) -> None:
    with pytest.raises(PageRefusal, match="tidak dapat dibaca"):
        await sim.voice(sitti, b"bukan suara")


async def test_equal_bytes_have_one_unique_id_and_two_file_ids(sim: Simulator, sitti: Person) -> None:
    first = (await sim.document(sitti, b"isi"))["document"]
    second = (await sim.document(sitti, b"isi"))["document"]

    assert first["file_unique_id"] == second["file_unique_id"]
    assert first["file_id"] != second["file_id"]


async def test_a_bot_uploads_a_photo_and_sends_it_again_by_its_id(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sent = await bot.send_photo(sitti.id, picture(500, 400), caption="<b>Peta</b>", parse_mode="HTML")

    again = await bot.send_photo(sitti.id, sent.photo[-1].file_id)

    assert sent.photo[-1].file_unique_id == again.photo[-1].file_unique_id
    assert ("Peta", "bold") == (sent.caption, sent.caption_entities[0].type)


async def test_a_bot_uploads_a_document_with_its_name(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sent = await bot.send_document(sitti.id, b"nomor,usulan", filename="usulan.csv")

    assert sent.document is not None
    assert ("usulan.csv", "text/csv", 12) == (sent.document.file_name, sent.document.mime_type, sent.document.file_size)
    assert b"nomor,usulan" == sim.file(sent.document.file_id)


async def test_a_bot_sends_a_persons_voice_on(sim: Simulator, bot: Bot, sitti: Person) -> None:
    voice = (await sim.voice(sitti, silence(2.0)))["voice"]

    sent = await bot.send_voice(sitti.id, voice["file_id"], caption="Suara Bu Sitti")

    assert sent.voice is not None
    assert voice["file_unique_id"] == sent.voice.file_unique_id


async def test_a_bot_sends_an_album(sim: Simulator, bot: Bot, sitti: Person) -> None:
    photos = [InputMediaPhoto(picture(), caption="Jalan"), InputMediaPhoto(picture(60, 60))]

    sent = await bot.send_media_group(sitti.id, photos)

    assert 1 == len({message.media_group_id for message in sent})
    assert ["Jalan", ""] == sim.said(sitti)


async def test_a_voice_is_no_photo(sim: Simulator, bot: Bot, sitti: Person) -> None:
    voice = (await sim.voice(sitti, silence()))["voice"]

    with pytest.raises(BadRequest, match="Can't use file of type voice as photo"):
        await bot.send_photo(sitti.id, voice["file_id"])


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "File must be non-empty"), (b"bukan gambar", "Image_process_failed")],
    ids=["none", "bad"],
)
async def test_a_bad_photo_is_refused(bot: Bot, sitti: Person, content: bytes, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.send_photo(sitti.id, content)


async def test_a_photo_thin_as_a_thread_is_refused(bot: Bot, sitti: Person) -> None:
    with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
        await bot.send_photo(sitti.id, picture(2100, 100))


async def test_a_file_over_20_megabytes_cannot_be_fetched(sim: Simulator, bot: Bot, sitti: Person) -> None:
    document = (await sim.document(sitti, bytes(20 * 1000 * 1000 + 1)))["document"]

    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(document["file_id"])


async def test_a_link_works_for_an_hour(sim: Simulator, bot: Bot, sitti: Person) -> None:
    document = (await sim.document(sitti, b"isi"))["document"]
    file = await bot.get_file(document["file_id"])
    await sim.move_clock(by=3601)

    with pytest.raises(InvalidToken):
        await file.download_as_bytearray()


async def test_taking_in_a_photo_does_not_stop_the_others(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sending = asyncio.create_task(sim.photo(sitti, picture(2000, 1500)))
    await asyncio.sleep(0)

    await bot.get_me()

    assert "photo" in await sending
