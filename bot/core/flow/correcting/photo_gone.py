"""The photos are taken back in words: "hapus foto", "foto hapus, itu bukan rumah saya"; who says that they are wrong is
asked for others."""

import re
from functools import lru_cache

from bot.core.flow.answering import resume, title
from bot.core.flow.correcting.found_to_go import CLAUSE, words_named
from bot.core.flow.correcting.said_to_go import EDGES, only_says_why, said_in, tells_why
from bot.core.flow.scene import Scene, kind_of
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.spelt import either, one_of


def leave_photos(scene: Scene, text: str) -> Step | None:
    photos = meant(scene, text)
    if photos is None:
        return None
    state = scene.state.drop((photos.key,)).release()
    is_wrong = one_of(scene.world.taking_out["kata"]).search(text) is None
    state = state if is_wrong else state.skip(photos.key)
    return resume(scene, state, Words("mesin.hapus_sudah", {"judul": title(scene, photos)}), (photos.key,))


def meant(scene: Scene, text: str) -> Question | None:
    """The photos that stand there; None where something else is said, too."""
    photos = next((one for one in scene.shown if kind_of(one).gathers and one.key in scene.values), None)
    clauses = [clause for one in CLAUSE.findall(text) if (clause := one.strip(EDGES))] if photos else []
    about = [clause for clause in clauses if _is_about(scene, clause)] or _shown(scene, clauses)
    beside = (clause for clause in clauses if clause not in about)
    return photos if about and "?" not in text and all(_is_why(scene.world, one) for one in beside) else None


def _shown(scene: Scene, clauses: list[str]) -> list[str]:
    """ "Ada muka anakku di foto itu, tolong hapus"."""
    words = scene.world.taking_out
    shows = any(all(one_of(words[sort]).search(one) for sort in ("foto", "di_foto")) for one in clauses)
    deeds = [one for one in clauses if not words["kata"].isdisjoint(said_in(one)) and not words_named(scene, one)]
    return deeds if shows else []


def _is_about(scene: Scene, clause: str) -> bool:
    """ "Fotonya hapus saja", "itu salah foto pak", "fotonya bukan rumah saya", "hapus foto yg ada muka anakku"."""
    words = scene.world.taking_out
    clause = _why_shown(*(words[sort] for sort in ("di_foto", "sebab", "menunjuk"))).sub("", clause)
    wrong = one_of(words["foto_salah"])
    goes = wrong.search(clause) is not None or not words["kata"].isdisjoint(said_in(clause))
    named = words_named(scene, wrong.sub(" ", clause)) if goes else set()
    return (bool(named) and named <= words["foto"]) or _denied(scene.world).match(clause) is not None


def _denied(world: World) -> re.Pattern[str]:
    words = world.taking_out
    pictures, points, no = (either(one) for one in (words["foto"], words["yang_itu"], world.denying["bukan"]))
    begins = rf"(?:(?:{either(words['iringan'])})\s+)*?"
    return re.compile(rf"{begins}(?:{pictures})(?:nya|ku)?\s+(?:(?:{points})\s+)?(?:{no})\s+\w", re.IGNORECASE)


@lru_cache(maxsize=2)
def _why_shown(shown: frozenset[str], why: frozenset[str], points: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(why | points)})\s+(?:[\w-]+\s+){{0,2}}?(?:{either(shown)})\b.*", re.IGNORECASE)


def _is_why(world: World, clause: str) -> bool:
    """ "Itu bukan rumah saya", "takut", "ada muka anak saya"."""
    if one_of(world.taking_out["di_foto"]).search(clause):
        return True
    points = world.taking_out["yang_itu"] | world.taking_out["iringan"]
    says_not = rf"(?:(?:{either(points)})\s+)*?(?:{either(world.denying['bukan'])})\b"
    return only_says_why(world, clause) or tells_why(world, clause) or bool(re.match(says_not, clause, re.IGNORECASE))
