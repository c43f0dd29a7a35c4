"""A greeting and who one is, in front of what somebody with work says ("assalamualaikum pak admin, sy Nurdin desa
Mendatte. mau atur …"): the rest is heard as if it stood alone."""

import re
from dataclasses import replace

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.work import home
from bot.work.usulan.dangers.reader_words import comes
from bot.work.visit import Visit

_PAUSE, _WORD = re.compile(r"[.,;:!\n]+\s*"), re.compile(r"[^\W_]+")
_FEWEST, _GREETING = 2, "salam"  # words of what is left
_SAYS_WHO = 3  # words: fewer ("tabe pak") are only polite, and everybody hears past them


def without(visit: Visit, heard: Typed | Sent) -> Typed | Sent:
    """As it was said where nothing is left, or somebody is in danger: "sy sdh telpon babinsa, tunggu ki"."""
    if not isinstance(heard, Typed) or not home.has_work(visit) or visit.office.catalog.danger.find(heard.text):
        return heard
    start = 0
    for pause in _PAUSE.finditer(heard.text):
        if ":" in pause[0] or not _introduces(visit, heard.text[start : pause.start()]):
            break  # what ends with a colon is the heading of a list
        start = pause.end()
    left = heard.text[start:]
    is_more = len(heard.text[:start].split()) >= _SAYS_WHO and len(left.split()) >= _FEWEST
    return replace(heard, text=left, html="") if is_more and not comes(visit.office, heard.text) else heard


def _introduces(visit: Visit, clause: str) -> bool:
    """Nothing stands in it but a greeting, whom one speaks to, one's own name, office and place."""
    world, acts, ear = visit.office.catalog.world, visit.acts(clause, "work"), visit.office.catalog.ear
    greets, calls = any(act.name == _GREETING for act in acts.done), world.calling_oneself
    told = key_of(acts.left if greets else clause)
    if not greets and not begun_with(told, calls["saya"] | calls["bernama"] | calls["iringan"]):
        return False
    own = [visit.me.name, *(visit.office.catalog.places.scope_name(one.scope) for one in visit.grants)]
    known = world.oneself | world.ending["tugas"] | calls["iringan"] | {*key_of(" ".join(own)).split()}
    return all(word in known or (ear is not None and not ear.knows(word)) for word in _WORD.findall(told))
