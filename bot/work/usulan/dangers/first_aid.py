"""What whoever stands beside somebody hurt does until help is there, and whether somebody died."""

from bot.core.usulan.danger_weighed import DEATH
from bot.core.usulan.danger_words import once, spoken_in
from bot.work.office import Office

#: Of which hurts one sentence is known, the first that is told goes: `petunjuk_*` and `kata_*` in `bahaya`.
_NO_BREATH, _BABY = "napas", "bayi"
_FEW = 12  # words
_OF_BABIES = ("lahir", _NO_BREATH)
_HURTS = (
    "gigit",
    "gas",
    "racun",
    "keguguran",
    "lahir",
    "ular",
    "napas",
    "gantung",
    "setrum",
    "sumur",
    "tancap",
    "muntah",
    "luka",
)


def of(office: Office, text: str) -> dict[str, str | bool]:
    hurt = next((one for one in _HURTS if _is_told(office, one, text)), "")
    if hurt in _OF_BABIES and _is_told(office, _NO_BREATH, text) and _is_told(office, _BABY, text):
        hurt = _BABY  # nobody presses on the chest of a newborn as on an adult's
    hurt = "keguguran" if hurt == "lahir" and _is_told(office, "luka", text) else hurt  # she bleeds
    died = _is_told(office, "meninggal", text)
    is_helped = hurt and not (died and mourns(office, text))
    return {"petunjuk": office.plain(f"bahaya.petunjuk_{hurt}") if is_helped else "", "meninggal": died}


def is_bereaved(office: Office, text: str) -> bool:
    """ "Nenekku meninggal semalam karena tua", "kemarin, sudah dikubur": of a death that was, and nobody is called."""
    told, lasts = office.catalog.danger, {*office.plain("bahaya.kata_masih").split()}
    is_on = told.calls(text.lower()) or spoken_in(text) & lasts - {*office.catalog.world.spellings.places.but}
    was = _is_told(office, "sudah_wafat", text) and not is_on
    return was and mourns(office, text) and not told.asks_for_work(text.lower())


def mood(office: Office, text: str) -> str:
    """How it is said that it is over: of a death nobody is glad, in whatever words ("bapak sudah berpulang")."""
    told = office.catalog.danger
    return DEATH if mourns(office, text) else told.mood_of(text)


def grieves(office: Office, text: str) -> bool:
    """Also of a funeral, or that somebody came to it."""
    return mourns(office, text) or _is_told(office, "pemakaman", text)


def mourns(office: Office, text: str) -> bool:
    """ "Hampir tidak tertolong tadi" tells of nobody's death."""
    told = office.catalog.danger
    said = told.in_full(text)
    wafat = once(tuple(office.plain("bahaya.kata_wafat").split(" | ")))
    is_told = _tells_one_death(office, text) or wafat.search(said) is not None
    return is_told and spoken_in(said).isdisjoint(office.plain("bahaya.kata_hampir").split())


def _tells_one_death(office: Office, text: str) -> bool:
    """ "Anakku lahir tapi meninggal, ibunya selamat": few words, of one of their own, and nothing of others who are
    still in danger; "ada yang meninggal" ends nothing."""
    said, but = spoken_in(text), office.catalog.world.spellings.places.but
    others = {word for name in ("masih", "parah") for word in office.plain(f"bahaya.kata_{name}").split()}
    died = _is_told(office, "meninggal", text)
    is_one = said.isdisjoint(others - set(but)) and not any(one.isdecimal() for one in said)
    own = any(word in said for word in office.plain("bahaya.kata_keluarga").split()) or any(
        word.endswith(office.plain("bahaya.kata_punyaku")) for word in said
    )
    return died and own and is_one and len(text.split()) <= _FEW and "?" not in text


def is_caught(office: Office, text: str) -> bool:
    """Whether somebody cannot come out by themselves: they are asked for nothing but not to go after them."""
    return _is_told(office, "terjebak", text) and not _is_told(office, "lahir", text)


def _is_told(office: Office, hurt: str, text: str) -> bool:
    """By one of its words, or of its phrases."""
    words = office.plain(f"bahaya.kata_{hurt}")
    return (once(tuple(words.split(" | "))) if "|" in words else once(tuple(words.split()))).search(
        text.lower()
    ) is not None
