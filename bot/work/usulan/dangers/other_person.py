"""Whether it is somebody else who is hurt, hanged or in despair: they need help now, and whoever writes no comfort."""

import re

from bot.core.usulan.danger import Found
from bot.core.usulan.danger_words import PLAIN, spoken_in
from bot.work.office import Office

_CLAUSES = re.compile(r"[,.!?;\n]+")
_HURT, _DESPAIR, _VIOLENCE = "korban", "putus_asa", "kekerasan"


def is_other(office: Office, text: str, one: Found) -> bool:
    """ "Temanku mau loncat"; not "istriku pergi, saya mau loncat": who is named last before it in its clause."""
    clause = next((part for part in _CLAUSES.split(text.lower()) if one.word and one.word in part), text.lower())
    said = PLAIN.findall(clause.partition(one.word)[0] if one.word else clause)
    others, own = _words(office, "orang_lain"), _words(office, "diri_sendiri")
    last = next((at for at in reversed(range(len(said))) if said[at] in others), -1)
    return last >= 0 and own.isdisjoint(said[last + 2 :])  # "kakak saya" is another


def tells_of_other(office: Office, text: str) -> bool:
    """The same of despair."""
    found = [one for one in office.catalog.danger.find(text) if one.case.key == _DESPAIR and not one.mild]
    return bool(found) and is_other(office, text, found[0])


def hurt_in(office: Office, text: str) -> list[Found]:
    """ "Ayah gantung diri", "bosku dipukul orang, kepalanya bocor": whoever is near is told at once, as of an accident;
    not of those of one house, nor of what is only threatened, was, or is usual."""
    told, said = office.catalog.danger, spoken_in(text)
    by_weapon = next((one for one in office.plain("bahaya.kata_kena_senjata").split(" | ") if one in text.lower()), "")
    found = [one for one in told.find(text) if one.case.is_asked and not one.mild]
    case = next(one for one in told.cases if one.key == _HURT)
    hurt = Found(
        case, by_weapon or (found[0].word if found else ""), mild=False, cried=True, sure=bool(by_weapon), taught=True
    )
    if not (by_weapon or (found and said & _words(office, "terluka"))) or not told.is_plain(text):
        return []
    if said & _words(office, "hendak") or (said & _words(office, "serumah") and not by_weapon):
        return []
    if not by_weapon and not is_other(office, text, found[0]):
        return []
    is_own = bool(by_weapon or found[0].case.key == _VIOLENCE) and _tells_of_oneself(office, text)
    return [] if is_own else [hurt]


def is_of_violence(office: Office, text: str) -> bool:
    """Also where nothing but an accident is heard: "tetangga dibacok"."""
    is_found = any(one.case.key == _VIOLENCE and not one.mild for one in office.catalog.danger.find(text))
    return is_found or not spoken_in(text).isdisjoint(_words(office, "diserang"))


def _tells_of_oneself(office: Office, text: str) -> bool:
    """ "Bapakku pukul ka"; not "teman sy"."""
    said, own, others = PLAIN.findall(text.lower()), _words(office, "diri_sendiri"), _words(office, "orang_lain")
    return any(word in own and not (at and said[at - 1] in others) for at, word in enumerate(said))


def _words(office: Office, name: str) -> set[str]:
    return {*office.plain(f"bahaya.kata_{name}").split()}
