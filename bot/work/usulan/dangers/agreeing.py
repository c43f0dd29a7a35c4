"""How whoever is threatened says yes to the offer that somebody is told: in any words, and on any condition."""

import re
from collections.abc import Callable

from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.usulan.danger_words import PLAIN, once, spoken_in
from bot.work.visit import Visit

_LONGEST = 6  # words; what is longer tells something
YES, NO = ("g:ya:", "g:juga:"), "g:jangan"
ANSWERS = {"ya": YES, "tidak": (NO,), "cerita": ("m:cerita:",)}


def has_condition(visit: Visit, text: str) -> bool:
    return not spoken_in(text).isdisjoint(visit.office.catalog.world.spellings.common.forbid)


def is_only_condition(visit: Visit, text: str) -> bool:
    """ "Jangan kasi tau suamiku", "jangan bilang siapa2 kalau saya yang lapor, tapi cepatmi", "terserah, yang penting
    keluar ka": how it is to be done tells that it is to be done."""
    spelt = visit.office.catalog.world.spellings
    if "?" in text or is_put_off(visit, text):
        return False
    clauses = re.split(rf"[,.!;\n]|\b(?:{either(spelt.places.but)})\b", text.lower())
    forbidding = [one for one in clauses if has_condition(visit, one)]
    if not forbidding:
        resigned = visit.office.plain("bahaya.kata_pasrah").split(" | ")
        return any(key_of(one).endswith(tuple(resigned)) or _urges(visit, one.strip()) for one in clauses) and any(
            one in key_of(text) for one in resigned
        )
    is_of_others = any(map(_tables(visit, "serumah", "orang_lain"), forbidding))
    is_wanted = is_of_others or any(_urges(visit, one.strip()) for one in clauses)
    return is_wanted and all(_hides(visit, one) for one in forbidding)


def _hides(visit: Visit, clause: str) -> bool:
    """That somebody is not to be told something, and not whoever was asked about."""
    told = once(tuple(visit.office.plain("bahaya.kata_kasi_tau").split(" | "))).sub("bilang", key_of(clause))
    told = once(tuple(visit.office.plain("bahaya.kata_pelapor").split(" | "))).sub(" pelapor ", told)
    is_all = _tables(visit, "yang_dikabari")(told) and "pelapor" not in told
    return _tables(visit, "bilang")(told) and not is_all


def _tables(visit: Visit, *names: str) -> Callable[[str], bool]:
    words = {word for name in names for word in visit.office.plain(f"bahaya.kata_{name}").split()}
    return lambda text: not words.isdisjoint(spoken_in(text))


def agrees(visit: Visit, text: str, *, offered: bool = True) -> bool:
    """ "Iye tolong cepat, di Buntu Pema", "silakan pak, pintu hijau": a yes ahead of whatever else is told; not
    "tolong, dia masuk", which cries on, nor "iya, tapi …", unless it is who shall not know. `offered`: whether
    somebody was offered before; else a condition alone allows nothing."""
    if offered and is_only_condition(visit, text):
        return True
    told, places = _without_forbidden(visit, text).lower(), visit.office.catalog.world.spellings.places
    is_but = not (spoken_in(told).isdisjoint(places.but) or _conditions(visit, told))
    if text.rstrip().endswith("?") or is_but or is_put_off(visit, told):
        return False
    where = either((*places.at, *visit.office.plain("bahaya.kata_di_dekat").split()))
    head, *rest = re.split(rf"[,.!;\n]|\b(?:{where})\b", told, maxsplit=1)
    forbid = {*visit.office.catalog.world.spellings.common.forbid}
    is_taken_back = any(answered(visit, one) == "tidak" for one in re.split(r"[,.!;\n]", "".join(rest)) if one.strip())
    if not is_taken_back and _urges(visit, head):
        return True
    is_said = any(visit.office.catalog.world.words.get(one) == "ya" for one in spoken_in(head)) or bool(
        spoken_in(head) & _allowing(visit)
    )
    return is_said and not (is_taken_back or forbid & spoken_in(head)) and answered(visit, head) == "ya"


def _urges(visit: Visit, head: str) -> bool:
    """ "Cepatmi pak, dia sudah dekat": that somebody is to come is a yes; "tolong, dia masuk" cries on."""
    told = visit.office.catalog.danger
    return key_of(head).partition(" ")[0] in told.urging - told.helping


def _allowing(visit: Visit) -> set[str]:
    return {*visit.office.plain("bahaya.kata_boleh").split()}


def _conditions(visit: Visit, text: str) -> set[str]:
    """ "Tapi rahasiakan ya", "asal cepat": how it is to be done, which is no refusal."""
    said = set(visit.office.plain("bahaya.kata_syarat").split())
    joins = {*visit.office.catalog.world.spellings.places.but, *visit.office.plain("bahaya.kata_asal").split()}
    return set() if spoken_in(text).isdisjoint(said) else said | joins


def is_put_off(visit: Visit, text: str) -> bool:
    said = " ".join(PLAIN.findall(key_of(text)))
    return any(one in said for one in visit.office.plain("bahaya.kata_nanti").split(" | "))


def _without_forbidden(visit: Visit, text: str) -> str:
    """ "Iya kabari, tapi jgn bilang suamiku": that somebody else is not to know is no refusal."""
    ear, spelt = visit.office.catalog.ear, visit.office.catalog.world.spellings
    but = either((*spelt.places.but, *visit.office.plain("bahaya.kata_asal").split()))
    forbid = either(spelt.common.forbid)
    head, *rest = re.split(rf"\W*\b(?:(?P<but>{but})\W+)?(?:{forbid})\b", text.lower(), maxsplit=1)
    is_traced = ear is not None and ear.traced(text)
    agrees = visit.office.catalog.world.words.get(key_of(head)) == "ya"
    if not head or not rest or not (is_traced or agrees or rest[0]) or is_put_off(visit, text):
        return text
    asked = spoken_in(visit.office.plain("bahaya.kata_yang_dikabari"))
    what = spoken_in(once(tuple(visit.office.plain("bahaya.kata_pelapor").split(" | "))).sub(" pelapor ", rest[-1]))
    is_all = what <= visit.office.catalog.danger.polite  # "ya, jangan mi"
    return text if is_all or not what.isdisjoint(asked) else head


def answered(visit: Visit, text: str) -> str | None:
    """ "Iye kabari mi bu", "iya tolong kabari cepat", "jangan": a yes or a no, with the button's own words, a call and
    polite ones around it."""
    world, told = visit.office.catalog.world, visit.office.catalog.danger
    tell, beside = once(tuple(visit.office.plain("bahaya.kata_kasi_tau").split(" | "))), _conditions(visit, text)
    said = PLAIN.findall(tell.sub("kabari", key_of(_without_forbidden(visit, text))))
    told_more = len([one for one in said if one not in beside]) > _LONGEST
    if (whole := world.words.get(" ".join(said))) in ANSWERS or told_more:
        return whole
    if is_put_off(visit, text):
        return "tidak"
    no = {*key_of(visit.text("bahaya.tombol_jangan")).split(), *world.spellings.common.forbid}
    asked = _allowing(visit) | told.helping
    denies = no | set(visit.text("bahaya.kata_belum").split())
    near = (asked | world.oneself | world.nodding | told.urging | told.polite | beside) - denies
    rest = [word for word in said if word not in near]
    if not rest:
        nods = bool(beside) and any(world.words.get(one) == "ya" for one in said)
        return "ya" if nods or asked.intersection(said) else None
    acts = visit.acts(" ".join("tidak" if word in no else word for word in rest), "yes_no")
    names = {act.name for act in acts.done}
    return names.pop() if len(names) == 1 and not acts.left else None
