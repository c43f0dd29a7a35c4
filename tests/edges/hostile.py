"""Files that somebody may send: broken by chance, or made to harm. All are made here, from nothing but a seed."""

import io
import random
import struct
import zipfile
import zlib

import xlsxwriter
from PIL import Image


def sound_picture(kind: str = "JPEG", side: int = 160) -> bytes:
    picture = Image.effect_noise((side, side), 80).convert("RGB")
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Telepon", 6
    out = io.BytesIO()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def turned_jpeg() -> bytes:
    """Orientation 6, and a width of -5 as a signed long: what turns the picture upright cannot write that again."""
    entries = ((0x0100, 9, 1, struct.pack("<i", -5)), (0x0112, 3, 1, struct.pack("<HH", 6, 0)))
    ifd = struct.pack("<H", len(entries))
    ifd += b"".join(struct.pack("<HHI", tag, kind, count) + value for tag, kind, count, value in entries)
    tiff = b"II*\0" + struct.pack("<I", 8) + ifd + struct.pack("<I", 0)
    body = b"Exif\0\0" + tiff
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "olive").save(out, "JPEG")
    plain = out.getvalue()
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + plain[2:]


def large_png(width: int, height: int) -> bytes:
    """A picture of one colour: some kilobytes that become gigabytes."""
    packer, row = zlib.compressobj(9), b"\0" + bytes(width * 3)
    pixels = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(told)) + name + told + struct.pack(">I", zlib.crc32(name + told)) for name, told in parts
    )


def workbook(cells: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for cell, told in cells.items():
            page.write_string(cell, told)
    return out.getvalue()


def far_apart() -> bytes:
    """Two cells, and a sheet between them that no machine holds."""
    return workbook({"A1": "nama", "XFD1048576": "peran"})


def bomb(told: int | None = None) -> bytes:
    """A workbook of some kilobytes whose sheet unpacks to 200 MB. `told`: what it claims to be (bytes)."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook({"A1": "nama", "B2": "x"}))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            filling = b" " * 200_000_000 if name.endswith("sheet1.xml") else b""
            new.writestr(name, old.read(name) + filling)
    content = out.getvalue()
    return content if told is None else content.replace(struct.pack("<I", 200_000_000)[1:], struct.pack("<I", told)[1:])


def mutated(content: bytes, dice: random.Random) -> bytes:
    """The same with some bytes changed, lost or doubled; mostly near the beginning, where readers decide."""
    changed = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        at = dice.randrange(min(len(changed), dice.choice((64, 400, len(changed)))))
        kind = dice.random()
        if kind < 0.7:
            changed[at] = dice.choice((0, 1, 0x7F, 0x80, 0xFF, dice.randrange(256)))
        elif kind < 0.8:
            del changed[at : at + dice.randrange(1, 40)]
        elif kind < 0.9:
            changed[at:at] = changed[at : at + dice.randrange(1, 40)]
        else:
            del changed[max(at, 2) :]
        if len(changed) < 4:
            return bytes(changed) + b"\0\0\0\0"
    return bytes(changed)


def mutated_zip(content: bytes, dice: random.Random) -> bytes:
    """A package whose parts can be unpacked and say something else: its bytes are changed before they are packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        hit = dice.choice(old.namelist())
        for name in old.namelist():
            told = old.read(name)
            new.writestr(name, mutated(told, dice) if name == hit else told)
    return out.getvalue() if dice.random() < 0.7 else mutated(content, dice)
