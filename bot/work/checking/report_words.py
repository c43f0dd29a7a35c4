"""A report from the field as it is said, put so that each clause of it can be read by itself."""

import re

from bot.core.forms.writing import clean, key_of
from bot.core.spelt import either
from bot.work.checking import measured
from bot.work.visit import Visit


def put_plainly(visit: Visit, spoken: str) -> tuple[str, bool]:
    """What was told to be wrong goes out of it ("120 bukan 210"); and whether anything did."""
    words = visit.office.catalog.world.in_the_field
    no, but = ("|".join(words[sort]) for sort in ("bukan", "melainkan"))
    text = re.sub(rf"[,;.]\s*(?=(?:{but})\b)", " ", clean(spoken), flags=re.IGNORECASE)
    rather = f"(?:(?:{either(words['yang_benar'])})\\b\\s*)?"
    wrongly = rf"\b([^\W\d]+)\s+(?:{either(words['keliru'])})\b[\s,;.:]*{rather}(?=\d)"
    text = re.sub(wrongly, r"\1 ", text, flags=re.IGNORECASE)  # "panjangnya salah, 120 bukan 210"
    titles = "|".join(visit.office.catalog.world.noting["sapaan"])  # "bukan bu ina, bu ani"
    named = rf"\b((?:{no}) [^\W\d]+(?: [^\W\d]+)?), (?=(?:{titles})\b)"
    text = re.sub(named, rf"\1 {min(words['melainkan'], key=len)} ", text, flags=re.IGNORECASE)
    number = rf"\d(?:[\w.,]*\w)?(?:(?:\s+\w+)?\s+(?:{but})\b)?"
    beside = rf"(?:[^\W\d]+\s+){{1,2}}\d[^,;]*?\b(?:{but})\b"
    text, wrong = re.subn(rf"\b(?:{no})\s+(?:{number}|{beside})", " ", text, flags=re.IGNORECASE)
    with_them = rf"\b(?:{either(words['dilihat_bersama'])})\b"  # "dilihat juga sama pak Rustam": they are witnesses
    text = re.sub(with_them, min(words["saksi"], key=len), text, flags=re.IGNORECASE)
    return measured.set_apart(visit, measured.before_witness(visit, text)), bool(wrong)


def is_from_there(visit: Visit, spoken: str, text: str) -> bool:
    """Whether it is said that somebody went and looked, or who saw it; `text`: as it was put plainly."""
    words, said = visit.office.catalog.world.in_the_field, set(words_of(text))
    was_there = any(f" {one} " in f" {key_of(spoken)} " for one in words["di_sana"])
    return was_there or not words["uji"].isdisjoint(said) or not words["saksi"].isdisjoint(said)


def denied_in(visit: Visit, text: str) -> set[str]:
    """The figures that a report tells to be wrong: "120 bukan 210"."""
    no = either(visit.office.catalog.world.in_the_field["bukan"])
    return {one.replace(",", ".") for one in re.findall(rf"\b(?:{no})\s+(\d+(?:[.,]\d+)?)", text.lower())}


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w/-]+", text.lower())
