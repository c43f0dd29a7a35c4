"""What a reader's words are to somebody who waits for help: that they come, or cannot, a question, an order; empty for
what is of the office's work."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.core.forms.writing import is_question, key_of
from bot.core.spelt import either
from bot.core.understanding.wished import is_wished, wish_in
from bot.core.usulan.danger import Found
from bot.core.usulan.danger_weighed import NOTHING
from bot.core.usulan.danger_words import PLAIN, once
from bot.work.office import Office

#: Keys of the examples, too.
COMES, CANNOT, SAYS, ENDS, REPORTS, LONG_AGO = "datang", "absen", "kata", "selesai", "lapor", "dulu"
_TO_CALLERS = (COMES, CANNOT, SAYS, ENDS)
DEEDS = (COMES, CANNOT)
_SHORT, _REFUSAL, _REASON, _FEW, _BARE = 14, 12, 6, 3, 2  # words; what is longer tells more than that they cannot come
_THEIRS = "nya"  # behind any word
_CLAUSE = re.compile(r"[^,.!?;\n]+\??")


def meant(office: Office, text: str, *, below: bool = False) -> str:
    """Empty: it may be anything. `below`: it is said right below such a letter, so that a mere yes answers it, and it
    may be what others said there."""
    if below and any(_draws_back(office, one) for one in _CLAUSE.findall(text)):
        return CANNOT
    told = _by_words(office, text, below=below)
    like = office.catalog.danger.reply_in(text) if below else ""
    if below and not told and like not in _TO_CALLERS and _tells_of_helpers(office, text):
        return "" if is_of_office(office, text) else SAYS
    is_few = len(_words(text)) <= _FEW and (like == SAYS or told or is_of_office(office, text))
    if like == ENDS and _tells_of_helpers(office, text):
        return told or SAYS
    if like not in _TO_CALLERS or is_few:
        is_unlike = like in (NOTHING, REPORTS) and told == SAYS and not _brings(office, text)
        return "" if is_unlike else told
    return told or SAYS if like == COMES and text.rstrip().endswith("?") else like


def _tells_of_helpers(office: Office, text: str) -> bool:
    """ "Warga sdh turun semua ke sana": that people went there ends nothing."""
    said = _words(text)
    are_there = _has(office, said, "ke_sana") or _has(office, said, "di_lokasi")
    are_helpers = _has(office, said, "regu") or _has(office, said, "kerumunan")
    return are_helpers and are_there and not office.catalog.danger.is_over(text)


def is_own_absence(office: Office, text: str) -> bool:
    """ "Saya sakit, dua hari tidak bisa keluar rumah": of whoever reports themselves, in no word of danger."""
    said, told = _words(text), office.catalog.danger
    is_away = once(tuple(office.catalog.world.away["kata"])).search(text.lower()) is not None
    is_of_them = _has(office, said, "diri") and not _has(office, said, "orang_lain") and not _has(office, said, "regu")
    return is_away and is_of_them and not told.calls(text.lower()) and not any(one.word for one in told.find(text))


def reports(office: Office, text: str) -> bool:
    """Whether somebody else is in danger, and no word of it is for whoever called."""
    return office.catalog.danger.reply_in(text) == REPORTS


def _by_words(office: Office, text: str, *, below: bool) -> str:
    said = _words(text)
    if not said:
        return ""
    if below and (_refuses(office, text) or ("?" not in text and says(office, text, "sibuk"))):
        return CANNOT
    if _has(office, said, "kantor"):
        return ""
    if cannot_come(office, text):
        return CANNOT
    if comes(office, text):
        return COMES
    is_short, tells = len(said) <= _SHORT, office.catalog.danger.is_reply(text)
    asks = is_question(text, office.catalog.world, free=False) and (
        _has(office, said, "korban") or (below and _of_them(office, said))
    )
    orders = said[0] in _table(office, "suruh") or says(office, text, "segera_datang")
    agrees = below and _table(office, "baik", "sopan").issuperset(said)
    brings = below and _brings(office, text)
    return SAYS if tells or agrees or (is_short and (asks or orders or brings)) else ""


def _brings(office: Office, text: str) -> bool:
    """ "Nanti diantar nasi bungkus", and nothing of the office's work."""
    said = _words(text)
    return _has(office, said, "dibawakan") and not (_has(office, said, "kantor") or _has(office, said, "usulan"))


def _of_them(office: Office, said: list[str]) -> bool:
    """ "Siapa nama bidannya?": what is theirs, and none of the office's."""
    work = _table(office, "kantor", "usulan")
    return any(one.endswith(_THEIRS) and one.removesuffix(_THEIRS) not in work for one in said)


def without_report(office: Office, text: str) -> str:
    """Without that it is a report, and what is to be sent: "laporan: …, tolong kirim alat"."""
    asked = once(tuple(office.plain("bahaya.kata_mohon_bantuan").split(" | "))).sub(" ", text.lower())
    left = office.catalog.danger.without_calls(asked)
    first, _, rest = left.strip().partition(" ")
    return rest if first.strip(",:;.-") in _table(office, "lapor") else left


def is_of_usulan(office: Office, text: str) -> bool:
    """Whether it asks for, or about, an usulan or a meeting."""
    return _has(office, _words(without_denied(office, text)), "usulan")


def wishes(office: Office, text: str, cried: Sequence[Found] = ()) -> bool:
    """ "Tanahnya makin turun, minta talud": "tolong" alone is no wish, nor is what endangers them."""
    told, world = office.catalog.danger.without_calls(text), office.catalog.world
    sends, helps = (office.plain(f"bahaya.kata_{name}") for name in ("kirim", "penolong"))
    told = _sent_for(world.wishing["meminta"], sends, helps).sub(" ", told)
    for one in filter(None, (one.word for one in cried)):
        told = told.replace(one, " ")
    return is_wished(told, world) or bool(wish_in(told, world))


@lru_cache(maxsize=2)
def _sent_for(asks: frozenset[str], sends: str, helps: str) -> re.Pattern[str]:
    """ "Kirim perahu", "minta perahu dikirim": no works."""
    sent, help_ = either(sends.split()), either(helps.split())
    there = rf"(?:(?:{sent})\s+(?:\w+\s+)?(?:{help_})|(?:{help_})\s+(?:\w+\s+)?(?:{sent}))"
    return re.compile(rf"\b(?:(?:{either(asks)})\s+)?{there}\b")


def without_denied(office: Office, text: str) -> str:
    """ "Itu bukan usulan, ada orang kena parang"."""
    return once(tuple(office.plain("bahaya.kata_bukan_usulan").split(" | "))).sub(" ", text.lower())


def is_other_work(office: Office, text: str) -> bool:
    """ "Saya ke lokasi maiwa 1 tadi, ukurannya 6 x 8 meter": of the office's work, whatever it sounds like."""
    places = office.catalog.places
    names = "|".join(re.escape(one.name.lower()) for one in places.children(places.kabupaten.code))
    is_numbered = re.search(rf"\b(?:{names})\W?\d{{1,4}}\b", text.lower()) is not None
    return is_numbered or is_of_usulan(office, text) or _has(office, _words(text), "lapangan")


def is_of_office(office: Office, text: str) -> bool:
    """Whether it may be work, or only the reason of some."""
    said = _words(without_denied(office, text))
    return _has(office, said, "kantor") or _has(office, said, "alasan")


def cannot_come(office: Office, text: str) -> bool:
    """ "Naik ke lemari dulu, sa tidak sanggup ke sana": in one of its clauses, not yet, or not at all."""
    return any(_cannot_come(office, one) for one in (text, *_CLAUSE.findall(text)))


def _cannot_come(office: Office, text: str) -> bool:
    """ "Aduh tdk bisa ka pergi, lagi di makassar"; and no word of what others are not to do."""
    said = _words(text)
    if len(said) > _REFUSAL or _has(office, said, "bukan_datang"):
        return False
    goes = _has(office, said, "ke_sana") or _has(office, said, "diri")
    return (_has(office, said, "belum") and _has(office, said, "bisa") and goes) or says(office, text, "jauh")


def _draws_back(office: Office, clause: str) -> bool:
    """ "Putar balik ka, ban bocor"; not "suruh mereka putar balik", "kalau motor mogok …": of the reader alone."""
    told = once(tuple(office.plain("bahaya.kata_mundur").split(" | "))).search(clause.lower())
    others = _table(office, "suruh", "regu", "kerumunan", "orang_lain", "serumah", "bukan_janji", "mereka")
    front = _words(clause[: told.start()]) if told is not None else []
    is_of_others = any(one in others or one.endswith(_THEIRS) for one in front)
    return told is not None and not (clause.endswith("?") or is_of_others)


def _refuses(office: Office, text: str) -> bool:
    """ "Tdk bisa", "sy belum bisa pak", "belum bisa ka, rapat": what keeps them is no work that they ask about."""
    said, small = _words(text), _table(office, "diri", "sopan")
    told = [one for one in said if one not in small]
    is_refusal = not _table(office, "belum").isdisjoint(told[:1]) and not _table(office, "bisa").isdisjoint(told[1:2])
    has_reason = len(said) <= _REASON and not _table(office, "diri").isdisjoint(said[2:3])
    return is_refusal and (len(told) == _BARE or has_reason)


def comes(office: Office, text: str) -> bool:
    """ "Siap", "otw", "ini saya ke sana", also beside a question; and that they, or whoever they sent for, see to it.
    No question, no order and no "oke" is a promise."""
    said = _words(text)
    agrees = _has(office, said, "siap") and all(one in _table(office, "siap", "diri", "sopan", "baik") for one in said)
    return agrees or any(map(_promiser(office), _CLAUSE.findall(text)))


def _promiser(office: Office) -> Callable[[str], bool]:
    """ "Sa lari ke sana", "sdh kutelpon babinsa", "ambulans menuju"; not "bisa ki ke sana", nor "siapa kesana?"."""
    barred, goes, doers = (
        _table(office, "bukan_janji", "belum"),
        _table(office, "menuju"),
        _table(office, "diri", "regu"),
    )
    between, sees = _table(office, "sopan", "sedang"), _table(office, "urus")

    def sees_to_it(said: list[str]) -> bool:
        told = [one for one in said if one not in between]
        return any(doer in doers and deed in sees for doer, deed in pairwise(told))

    def promises(clause: str) -> bool:
        said = _words(clause)
        if clause.endswith("?") or not barred.isdisjoint(said):
            return False
        there = not doers.isdisjoint(said) and says(office, clause, "arah")
        return there or says(office, clause, "ke_situ") or not goes.isdisjoint(said) or sees_to_it(said)

    return promises


def to_all(office: Office, text: str, deed: str) -> bool:
    """ "Otw ke semua", "naik ke atap semua": it is for everybody; not "warga turun semua", nor that all is over."""
    told = [one for one in _words(text) if one not in _table(office, "semua")]
    is_order = _has(office, _words(text), "semua") and not _table(office, "suruh").isdisjoint(told[:1])
    return deed != ENDS and (is_order or says(office, text, "ke_semua"))


def _words(text: str) -> list[str]:
    return PLAIN.findall(key_of(text))


def _has(office: Office, said: list[str], name: str) -> bool:
    return not _table(office, name).isdisjoint(said)


def _table(office: Office, *names: str) -> set[str]:
    return {word for name in names for word in office.plain(f"bahaya.kata_{name}").split()}


def says(office: Office, text: str, name: str) -> bool:
    told = f" {' '.join(_words(text))} "
    return any(f" {one} " in told for one in office.plain(f"bahaya.kata_{name}").split(" | "))
