"""Codes of eight letters that people type from paper or hear on the telephone."""

import secrets

from bot.core.forms.digits import is_digits

#: Letters and digits that are not mistaken for one another in print: of every pair that looks alike there is one.
ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ34679"
_LOOK_ALIKE = str.maketrans("852U", "BSZV")
_LENGTH = 8


def tidy(code: str) -> str:
    """A code as typed: capitals, without spaces and dashes, and an 8 is the B that it was read for."""
    return "".join(code.upper().split()).replace("-", "").translate(_LOOK_ALIKE)


def is_code(text: str) -> bool:
    """Whether this may be a code: a word of eight letters alone is none, since people say words."""
    code = tidy(text)
    return len(code) == _LENGTH and all(letter in ALPHABET for letter in code) and any(map(is_digits, code))


def is_plainly_a_code(text: str) -> bool:
    """Whether it is written as codes are printed, which no answer to a question is: "27 TERNAK" is none."""
    return is_code(text) and [len(part) for part in text.split()] in ([_LENGTH], [_LENGTH // 2] * 2)


def new_code() -> str:
    """One of 250,000 million that nobody can guess."""
    while not is_code(code := "".join(secrets.choice(ALPHABET) for _ in range(_LENGTH))):
        pass
    return code


def spaced(code: str) -> str:
    """As it is printed: in two halves."""
    return f"{code[:4]} {code[4:]}"
