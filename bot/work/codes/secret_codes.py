"""Codes of eight letters that people type from paper or hear on the telephone. Nobody tries them all."""

import re
import secrets

from bot.core.forms.digits import is_digits
from bot.store.database.database import Connection
from bot.store.roles import invites
from bot.work.visit import Visit

#: Letters and digits that are not mistaken for one another in print: of every pair that looks alike there is one.
ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ34679"
_LOOK_ALIKE = str.maketrans("852U", "BSZV")
_LENGTH, _HALVES = 8, 2
_BEFORE = 4  # words that may stand before a code
#: A word of so many letters has a vowel.
_SPOKEN, _VOWELS = 3, frozenset("AEIOU")
#: How people say an usulan ("Cendana 3") or an amount ("27 ternak"); and what may be read for it, as 8, 5 and 2 are for
#: B, S and Z.
_WORD_AND_NUMBER = re.compile(r"[A-Z]+\d+|\d+[A-Z]+")
_MISREAD = re.compile(r"[A-Z]+[0-9BSZ]+|[0-9BSZ]+[A-Z]+")


def tidy(code: str) -> str:
    """A code as typed: capitals, without spaces and dashes, and an 8 is the B that it was read for."""
    return "".join(code.upper().split()).replace("-", "").translate(_LOOK_ALIKE)


def is_code(text: str) -> bool:
    """Whether this may be a code, in parts of equal length as they are printed or read aloud, or in two parts one of
    which is no word: a word of eight letters alone is none, since people say words, and "Cendana 3" is the number of an
    usulan."""
    code, parts = tidy(text), text.upper().replace("-", " ").split()
    return (
        len(code) == _LENGTH
        and (len({len(part) for part in parts}) == 1 or (len(parts) == _HALVES and any(map(_is_no_word, parts))))
        and all(letter in ALPHABET for letter in code)
        and any(map(is_digits, code))
    )


def _is_no_word(part: str) -> bool:
    """ "WJZSC", "9X4"; not "RT3", nor "27"."""
    if part.isalpha():
        return len(part) >= _SPOKEN and not _VOWELS & set(part)
    return not part.isdecimal() and not _WORD_AND_NUMBER.fullmatch(part)


def is_plainly_a_code(text: str) -> bool:
    """Whether it can be nothing else: "cendana3" and "27ternak" are what people answer, and no code is made so."""
    return is_code(text) and not _WORD_AND_NUMBER.fullmatch("".join(text.upper().split()))


def code_at_end(text: str) -> str:
    """ "Kode saya 3X39 PXQA": the code behind a few words; empty where there is none."""
    words = text.split()
    ends = (" ".join(words[-size:]) for size in (1, _HALVES) if size < len(words) <= size + _BEFORE)
    return next((end for end in ends if is_plainly_a_code(end)), "")


def new_code() -> str:
    """One of 200,000 million that nobody can guess, and that cannot be read as a word and a number."""
    while not is_code(code := "".join(secrets.choice(ALPHABET) for _ in range(_LENGTH))) or _MISREAD.fullmatch(code):
        pass
    return code


def spaced(code: str) -> str:
    """As it is printed: in two halves."""
    return f"{code[:4]} {code[4:]}"


async def may_try(visit: Visit, connection: Connection, most: int, sentence: str) -> bool:
    """False, and it is said by this sentence, for whoever brought so many within an hour, of whatever kind."""
    if await invites.wrong_within_hour(connection, visit.me.id, visit.now) < most:
        return True
    visit.say(sentence)
    return False
