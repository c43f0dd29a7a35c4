"""Words that ask something to be done, where it is asked what is to be done. Pure."""

import re
from dataclasses import replace

from bot.core.flow.answering import take, unsure
from bot.core.flow.heard.another import BEGIN, telling
from bot.core.flow.scene import Scene, situation_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Unsure
from bot.core.forms.say import Step, Words
from bot.core.listening.shapes import Acts
from bot.core.understanding.name_words import brought_for, typed_for
from bot.core.understanding.wished import asks_for, is_bare_wish, is_wished

COURTESIES = frozenset({"salam", "terima_kasih", "basa_basi"})  # beside something else they need no answer
_OF_WHOM_IT_IS, _ONLY_WHOSE = frozenset({"pinjam_hp", "susah_tulis"}), 10  # words that say no more than whose it is
#: What somebody says to us of themselves is no hope, whatever verbs are in it.
_ABOUT_THEM = COURTESIES | {"hapus_data", "jangan_nama", "pinjam_hp", "anak", "bukan_warga", "susah_tulis", "ulangi"}
_FOR_ONESELF, _FEWEST = "tanya_pribadi", 2  # words of a hope
_PARTS = re.compile(r"[.,;!?\n]+(?!\d)")


def is_a_wish(scene: Scene, heard: Typed, acts: Acts) -> bool:
    """Where it is asked what is to be done, words that ask it to be done are the answer."""
    if situation_of(scene) != "free" or scene.asked is None or not getattr(scene.asked.params, "wish", False):
        return False
    if acts.done and all(act.name in COURTESIES for act in acts.done):  # "terima kasih. minta dirabat"
        return any(is_wished(part, scene.world) for part in _PARTS.split(heard.text)[1:])
    if any(act.name in _ABOUT_THEM for act in acts.done):
        return False
    if not acts.done and "?" not in heard.text and {act.name for act in acts.maybe} == {_FOR_ONESELF}:
        return True  # "bedah rumah untuk nenek" answers, and may sound like a question
    if is_bare_wish(heard.text, scene.world) or (not acts.done and asks_for(heard.text, scene.world)):
        return True  # "diganti", "minta jaringan PLN masuk"
    spoken = [heard.text[slice(*act.span)] for act in acts.done] or [heard.text]
    if all(is_wished(words, scene.world) for words in spoken):
        return True
    begins = [act.name for act in acts.done or acts.maybe] == [BEGIN]
    return begins and "?" not in heard.text and bool(telling(heard.text, scene.world))


def instead_of_shown(scene: Scene, now: Scene, heard: Typed) -> Step | None:
    """ "Bukan. kran umum di jambu atas", to a hope that was shown: what stands behind the no is hoped for, and shown in
    its turn where that is not sure. `now`: with nothing shown."""
    asked, text = now.asked, heard.text.strip(" ,.;:!")
    is_wish = asked is not None and getattr(asked.params, "wish", False) and "confirm" in scene.state.pending
    if asked is None or not is_wish or "?" in text or len(text.split()) < _FEWEST:
        return None
    told = replace(heard, text=text)
    if is_wished(text, scene.world) or asks_for(text, scene.world):
        return take(now, asked, told)
    return unsure(now, asked, told, Unsure(Words("mesin.harapan_ini", {"kata": text}), value={"text": text}))


def is_brought(scene: Scene, heard: Typed, acts: Acts) -> bool:
    """ "Ini usulan pak Tola, tidak punya hp: …", "saya tulis untuk Indo Sitti, dia tidak bisa menulis. …" tell it."""
    is_said_of_them = {act.name for act in acts.done} <= _OF_WHOM_IT_IS
    is_long = len(heard.text.split()) > _ONLY_WHOSE or bool(brought_for(scene.world, heard.text))
    return is_said_of_them and is_long and bool(typed_for(scene.world, heard.text))
