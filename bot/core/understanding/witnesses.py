"""Who saw something, named beside the word for a witness: "ada saksi Hartati"."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from bot.core.forms.writing import key_of

_LONGEST_NAME = 4  # words


def named_in(text: str, words: Mapping[str, AbstractSet[str]]) -> str:
    """Who is named behind the word for a witness; of "mina itu Hartati" it is she. Empty where nobody is.

    >>> words = {"saksi": {"saksi", "saksinya"}, "ini": {"itu", "namanya"}, "henti": {"dari"}, "bukan": {"bukan"}}
    >>> named_in("ada saksi Bu Hartati dari PKK", words), named_in("saksinya mina itu Hartati bukan ya", words)
    ('Bu Hartati', 'Hartati')
    >>> named_in("ada saksi", words), named_in("Hartati", words)
    ('', '')
    """
    said = text.split()
    keys = [key_of(word) for word in said]
    begins = [at for at, key in enumerate(keys) if key in words.get("saksi", ())]
    if not begins:
        return ""
    told: list[str] = []
    for word, key in zip(said[begins[-1] + 1 :], keys[begins[-1] + 1 :], strict=True):
        if key in words["henti"] | words["bukan"]:
            break
        told = [] if key in words["ini"] else [*told, word.strip(",.:;")]
        if told and word.endswith((",", ".", ";")):
            break
    return " ".join(told) if len(told) <= _LONGEST_NAME else ""
