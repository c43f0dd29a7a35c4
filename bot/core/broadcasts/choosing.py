"""A question with choices in an announcement: "bisa ikut tanggal 20 atau 27?". Which there are, as its author says
it or as it stands in the text; and which of them an answer names."""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from bot.core.broadcasts.asking import asks
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.understanding.times.moments import speaks_of_time

MOST, _FEWEST, _WORDS, _LETTERS = 6, 2, 3, 30
_QUESTION = re.compile(r"[^.!?\n]*\?")
_CLAUSE = re.compile(r"[,.;\n]+")
_LEAD = 6  # words before the choices


def in_text(text: str, world: World) -> tuple[str, ...]:
    """Those of its last question; empty where they do not stand there cleanly. Whether they come is a question also
    where none is marked: "tolong dijawab bisa datang atau tidak", "mohon konfirmasi kehadiran"."""
    found = _in_question(text, world) or _in_order(text, world)
    names_times = any(speaks_of_time(world.spellings, one) for one in found)
    asks_to_come = not names_times and any(_asks_to_come(clause, world) for clause in _CLAUSE.split(text))
    return coming(world) if asks_to_come else found


def _in_question(text: str, world: World) -> tuple[str, ...]:
    asked = _QUESTION.findall(text)
    words = asked[-1].strip(" ?").split() if asked else []
    at = next((at for at, word in enumerate(words) if 0 < at < len(words) - 1 and _parts(word, world)), 0)
    right = words[at + 1 :]
    if not at or len(right) > _WORDS:
        return ()
    left, more = words[max(at - len(right), 0) : at], list[str]()
    begin = at - len(left)
    while begin >= len(right) and words[begin - 1].endswith(","):
        more.insert(0, " ".join(words[begin - len(right) : begin]).strip(","))
        begin -= len(right)
    found = [*more, " ".join(left), " ".join(right)]
    if all(one.isdecimal() for one in found):
        head = words[begin - 1] if begin else ""
        found = [f"{head} {one}" for one in found] if head.isalpha() else []
    are_alike = len({word[:1].isdecimal() for word in (one.split()[0] for one in found)}) == 1
    return completed(_clean(found), world) if are_alike and not any("," in one for one in found) else ()


def _in_order(text: str, world: World) -> tuple[str, ...]:
    """ "Balas sudah atau belum": a word each, which is a button; not "balas WA atau telepon saya"."""
    answer, joins = either(world.of_results["jawab"]), either(world.of_news["memilih"])
    found = re.search(
        rf"\b(?:{answer})[\s:]+(\w+)(?:\s*/\s*|\s+(?:{joins})\s+)(\w+)\s*(?=$|[.,;!?\n])", text, re.IGNORECASE
    )
    return tuple(_clean([*found.groups()])) if found is not None else ()


def coming(world: World) -> tuple[str, ...]:
    return tuple(min(world.of_news[sort]) for sort in ("tombol_datang", "tombol_tak_datang"))


def _asks_to_come(clause: str, world: World) -> bool:
    spoken, confirms = _words(clause, world), world.noting["konfirmasi"]
    comes = {min(world.noting["datang"] | world.invited["datang"]), *confirms}
    asking, either, no = confirms & world.of_results["jawab"], world.of_news["memilih"], world.of_news["menyangkal"]
    return _asks_who_comes(spoken, comes, world) or any(
        (word in asking and not comes.isdisjoint(spoken[at + 1 : at + 3]))
        or (word in either and not (no.isdisjoint(spoken[at + 1 : at + 2]) or comes.isdisjoint(spoken[:at])))
        for at, word in enumerate(spoken)
    )


def _asks_who_comes(spoken: Sequence[str], comes: Collection[str], world: World) -> bool:
    """ "Siapa yang bisa hadir", "yang bisa hadir tolong kabari": whoever can, and not who may or has to."""
    at = next((at for at, word in enumerate(spoken) if word in comes), 0)
    before, behind = spoken[max(at - _LEAD, 0) : at], spoken[at + 1 :]
    answers = world.of_results["jawab"] | world.of_news["mengabari"]
    is_said = not world.guests_said["siapa"].isdisjoint(before) or not answers.isdisjoint(behind)
    return (
        is_said and not world.guests_said["akan"].isdisjoint(before[-2:]) and world.of_news["wajib"].isdisjoint(before)
    )


def is_conditional(text: str, choices: Sequence[str], world: World) -> bool:
    """ "Hadir kalau ada uang transport": what stands behind the "if" names none of the choices."""
    naming = (
        {word for one in choices for word in _words(one, world)} - world.of_news["menyangkal"] - world.of_news["bisa"]
    )
    for clause in _CLAUSE.split(text):
        spoken = _words(clause, world)
        at = next((at for at, word in enumerate(spoken) if word in world.of_news["bersyarat"]), None)
        if at is not None and naming.isdisjoint(spoken[at + 1 :]) and not naming.isdisjoint(_words(text, world)):
            return True
    return False


def told(text: str, world: World) -> tuple[str, ...] | None:
    """ "Kasih tombol jawaban tanggal 20 dan 27", "yang diminta: pilih tanggal 20 / tanggal 27"; one alone of "tambah
    tombol tidak bisa"; empty where none are named, None where no choices are spoken of."""
    known, words = world.of_news, re.sub(r"([:/])", r" \1 ", text).split()
    spoken = [key_of(word) for word in words]
    named = [at for at, word in enumerate(spoken[:_LEAD]) if word in known["tombol"]]
    lead = known["tombol"] | known["iringan"] | known["memberi"] | known["mintanya"]
    if not named or not lead.issuperset(filter(None, spoken[: named[-1]])):
        return None
    begin = next((at for at in range(named[-1] + 1, len(words)) if spoken[at] not in {"", *lead}), len(words))
    if ":" in words[begin:]:
        begin = words.index(":", begin) + 1
    while words[begin:] and key_of(words[-1]) in known["iringan"]:
        words.pop()
    parts = ("," if key_of(word) in known["sambung"] or word == "/" else word for word in words[begin:])
    is_one_more = not known["tambah"].isdisjoint(spoken[: named[-1]])
    return _headed(_clean(" ".join(parts).split(","), 1 if is_one_more else _FEWEST))


def completed(choices: tuple[str, ...], world: World, was: tuple[str, ...] = ()) -> tuple[str, ...]:
    """With one for all of them and one for none, where each is a day or an hour: both may suit, or neither. Where they
    were completed so before (`was`) and are told again, those alone are meant; a single one is one more."""
    if len(choices) == 1:
        return tuple(dict.fromkeys((*was, *choices))) if was else ()
    denying = [one for one in choices if _denies(_words(one, world), world)]
    times = [one for one in choices if one not in denying]
    are_times = all(speaks_of_time(world.spellings, one) and not one.isdecimal() for one in times)
    if not are_times or not _FEWEST <= len(times) < MOST - 1 or both_of(choices, world) is not None:
        return choices
    more = ("tombol_dua" if len(times) == _FEWEST else "tombol_semua", *(() if denying else ("tombol_tak_bisa",)))
    found = (*times, *(min(world.of_news[name]) for name in more), *denying)
    return choices if found == was else found


def following(choices: tuple[str, ...], was: str, now: str, world: World) -> tuple[str, ...]:
    """Those of a text that was put right: what its question offers now stands in the place of what it offered."""
    old, new = in_text(was, world), in_text(now, world)
    renamed = dict(zip(old, new, strict=True)) if len(old) == len(new) else {}
    return tuple(renamed.get(one, one) for one in choices)


def without(choices: tuple[str, ...], named: str, world: World) -> tuple[str, ...]:
    """ "Tombol tidak bisa", that is to go."""
    words = named.split()
    if not words or key_of(words[0]) not in world.of_news["tombol"]:
        return choices
    gone = " ".join(_words(" ".join(words[1:]), world))
    left = tuple(one for one in choices if " ".join(_words(one, world)) != gone)
    return left if len(left) >= _FEWEST else choices


def both_of(choices: Sequence[str], world: World) -> int | None:
    """Which of them is all of the others."""
    both, spoken = world.of_news["sekaligus"], [{*_words(one, world)} for one in choices]
    return next((at for at, words in enumerate(spoken) if words & both and words <= world.of_news["keduanya"]), None)


def chosen(text: str, choices: Sequence[str], world: World) -> int | None:
    """By the words that only one of them has, in the one part of the answer that names one and says nothing else: "27
    ji bu, tanggal 20 ada acara", "sabtu ada kerja bakti, minggu saja". Where each tells more they all have to name the
    same. What is denied is denied in both, else it is none of them; None too where another part says the opposite."""
    if is_conditional(text, choices, world):
        return None
    both = both_of(choices, world)
    if both is not None and _takes_all(text, choices, world):
        return both
    found = dict[str, int]()
    for clause in _CLAUSE.split(text):
        at = _in_clause(clause, choices, world)
        if at is not None and asks(clause, world):
            break
        found |= {clause: at} if at is not None and _says_yes(clause, choices[at], world) else {}
    denied = {_denies(_words(choices[at], world), world) for at in found.values()}
    alone = {at for clause, at in found.items() if is_undecided(clause, choices, world)}
    meant = alone or {*found.values()}
    return meant.pop() if len(denied) == len(meant) == 1 else None


def _says_yes(clause: str, choice: str, world: World) -> bool:
    """ "Sabtu sy ke makassar" takes no Saturday: beside a day or an hour that they can, or nothing."""
    is_time = speaks_of_time(world.spellings, choice) or choice.isdecimal()
    can = world.of_news["bisa"] | world.noting["datang"] | world.invited["datang"]
    return not is_time or not can.isdisjoint(_words(clause, world)) or is_undecided(clause, (choice,), world)


def _takes_all(text: str, choices: Sequence[str], world: World) -> bool:
    """ "Dua-duanya bisa ji bu", "20 sama 27 bisa", and nothing else."""
    known, spoken = world.of_news, {*_words(text, world)}
    each = [{*_words(one, world)} - known["keduanya"] for one in choices if not _denies(_words(one, world), world)]
    named = [bool(spoken & words.difference(*(other for other in each if other != words))) for words in each if words]
    names_none = not any(named) and not spoken.isdisjoint(known["sekaligus"])
    is_said = names_none or (all(named) and not spoken.isdisjoint(known["serta"] | known["sekaligus"]))
    beside = known["serta"] | known["hari"] | known["pukul"]
    told = " ".join(word for word in _words(text, world) if word not in beside) or text
    return is_said and not _denies(spoken, world) and is_undecided(told, choices, world)


def speaks_of(text: str, choices: Sequence[str], world: World) -> bool:
    """Says something of the choices, and asks nothing."""
    return bool(choices) and not _naming(choices, world).isdisjoint(_words(text, world)) and not asks(text, world)


def is_undecided(text: str, choices: Sequence[str], world: World) -> bool:
    """The same where that is all it says: "keduanya bisa", "bisa ji bu", "tidak"."""
    polite = {part for phrase in world.nodding for part in phrase.split()} | world.oneself | world.of_news["iringan"]
    known = _naming(choices, world) | polite | world.noting["janji"]
    known = known.union(*(world.of_news[sort] for sort in ("bisa", "jadi", "hari", "pukul")))
    return speaks_of(text, choices, world) and known.issuperset(_words(text, world))


def _naming(choices: Sequence[str], world: World) -> frozenset[str]:
    known = world.of_news["menyangkal"] | world.of_news["keduanya"]
    return known.union(*(_words(one, world) for one in choices))


def _in_clause(clause: str, choices: Sequence[str], world: World) -> int | None:
    spoken, each = _words(clause, world), [_words(one, world) for one in choices]
    if spoken in each:
        return each.index(spoken)
    if not (world.of_news["halangan"] & {*spoken}).issubset(word for words in each for word in words):
        return None  # "berhalangan hadir"
    denies, bare = _denies(spoken, world), [set(words) - world.of_news["menyangkal"] for words in each]
    both = both_of(choices, world)
    alike = [at for at, words in enumerate(each) if _denies(words, world) == denies and at != both]
    found = []
    for at in alike:
        telling = bare[at] - set[str]().union(*(bare[other] for other in alike if other != at))
        said = telling & (_denied(spoken, world) if denies else set(spoken))
        if said and not _is_of_another(spoken, said, world):
            found.append(at)
    if len(found) != 1 or not denies:
        return found[0] if len(found) == 1 else None
    others = set[str]().union(*(bare[at] for at in range(len(each)) if at not in alike and at != both))
    is_clear = world.invited["lain"].isdisjoint(spoken) and (others - bare[found[0]]).isdisjoint(spoken)
    return found[0] if is_clear else None


def _is_of_another(spoken: Sequence[str], said: Collection[str], world: World) -> bool:
    """ "Timbangan bisa dari puskesmas", "semua usulan bisa diperiksa": something else can; whoever answers speaks of
    themselves."""
    known, comes = world.of_news, min(world.noting["datang"] | world.invited["datang"])
    if not known["bisa"].union((comes,)).issuperset(said):
        return False
    at = next(at for at, word in enumerate(spoken) if word in said)
    can = known["bisa"] | known["menyangkal"]
    before = takewhile(lambda word: word not in known["jadi"], reversed(spoken[:at]))
    own = next((word for word in before if word not in can), "")
    polite = {part for phrase in world.nodding for part in phrase.split()} | known["iringan"] | known["keduanya"]
    return bool(own) and own not in polite | world.oneself | world.noting["janji"] | world.noting["sapaan"]


def is_said_alone(text: str, choices: Sequence[str], world: World) -> bool:
    """A part of it says that and nothing else: "tidak bisa ka bu, ada hajatan"."""
    return any(is_undecided(clause, choices, world) for clause in _CLAUSE.split(text))


def _words(text: str, world: World) -> list[str]:
    """To come is one word, however it is said."""
    comes = world.noting["datang"] | world.invited["datang"]
    return [min(comes) if word in comes else word for word in re.findall(r"\w+", key_of(text))]


def _denies(spoken: Collection[str], world: World) -> bool:
    return not world.of_news["menyangkal"].isdisjoint(spoken)


def _denied(spoken: Sequence[str], world: World) -> set[str]:
    """The words right behind the only one that denies: of "tidak apa, saya hadir" and "bukan tidak bisa" nothing."""
    at = [at for at, word in enumerate(spoken) if word in world.of_news["menyangkal"]]
    if len(at) != 1:
        return set()
    behind = list(spoken[at[0] + 1 :])
    end = next((n for n, word in enumerate(behind) if word not in world.of_news["bisa"]), len(behind))
    return set(behind[: end + 1])


def _parts(word: str, world: World) -> bool:
    return key_of(word) in world.of_news["memilih"]


def _headed(found: tuple[str, ...]) -> tuple[str, ...]:
    """ "Tanggal 20 dan 27": both are dates."""
    head = found[0].split()[0] if found and not found[0].split()[0].isdecimal() else ""
    is_short = bool(head) and len(found[0].split()) > 1 and all(one.split()[0].isdecimal() for one in found[1:])
    return (found[0], *(f"{head} {one}" for one in found[1:])) if is_short else found


def _clean(found: Sequence[str], fewest: int = _FEWEST) -> tuple[str, ...]:
    told = tuple(dict.fromkeys(one.strip(" .,;:?!") for one in found if one.strip(" .,;:?!")))
    return told if fewest <= len(told) <= MOST and all(len(one) <= _LETTERS for one in told) else ()
