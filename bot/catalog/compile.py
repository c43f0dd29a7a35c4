"""From judged content to the values the core works with."""

from dataclasses import replace

from bot.catalog import ear
from bot.catalog.draft import Draft, FormDraft
from bot.catalog.models import PART_FIELDS, Question, params_of
from bot.catalog.names import check_named, kind_named
from bot.catalog.rules.retention import BOUNDS
from bot.catalog.spellings import compile_vocabulary
from bot.catalog.texts import values_in
from bot.core.forms import questions as core
from bot.core.forms.writing import key_of
from bot.core.places.places import Places
from bot.core.retention import Retention
from bot.core.usulan.danger import Danger


def compile_flow(draft: FormDraft) -> core.Flow:
    checks = tuple(
        core.CrossCheck(check_named(check.name), tuple(check.questions), f"form.{draft.key}.pemeriksaan.{number}")
        for number, check in enumerate(draft.form.checks, 1)
    )
    asked = tuple(_compile_question(question) for question in draft.questions)
    review = draft.form.review is not None
    form = draft.form
    return core.Flow(
        draft.key,
        asked,
        checks,
        review=review,
        own_send=form.send is not None,
        enough_from=form.enough_from,
        hears=form.hears,
    )


def _compile_question(told: Question) -> core.Question:
    kind = kind_named(told.kind)
    params = params_of(kind, told)
    within = getattr(params, "within", None)
    return core.Question(
        told.key,
        kind,
        params,
        title=told.title,
        optional=told.optional,
        needs=(within,) if within else (),
        only_if=tuple(core.Condition(key, frozenset(values)) for key, values in told.only_if.items()),
        variants=frozenset(part for part, (field, _) in PART_FIELDS.items() if getattr(told, f"{field}_kelurahan")),
        mentions=_mentions(told),
    )


def _mentions(told: Question) -> tuple[str, ...]:
    text = told.text + (told.text_kelurahan or "")
    return tuple(sorted(values_in(text)))


def compile_world(draft: Draft, places: Places, danger: Danger) -> core.World:
    typed = {key_of(word): control for control, words in draft.words["tombol"].items() for word in words}
    asking = draft.words.get("bertanya", {}).get("awal", ())
    oneself = frozenset(word.lower() for word in draft.words.get("diri", {}).get("kata", ()))
    spellings = compile_vocabulary(draft.spellings)
    hears = ear.ear_of(draft.folder, danger) if ear.there_is_one(draft.folder) else None
    announcing = tuple(key_of(word) for word in draft.words.get("umumkan", {}).get("awal", ()))
    understood = draft.words.get("paham", {})
    grasping, nodding = (frozenset(map(key_of, understood.get(name, ()))) for name in ("kata", "iringan"))
    asks = tuple(word.lower() for word in asking)
    halting = tuple(key_of(word) for word in draft.words.get("hentikan_siaran", {}).get("kata", ()))
    finding = tuple(key_of(word) for word in draft.words.get("cari", {}).get("awal", ()))
    world = core.World(places, spellings, typed, asks, oneself=oneself, ear=hears, announcing=announcing)
    done = draft.words.get("sudah_selesai", {})
    finished, beside = (frozenset(map(key_of, done.get(name, ()))) for name in ("kata", "iringan"))
    teachers = tuple(map(key_of, draft.words.get("pelatih", {}).get("kata", ())))
    hall = {key_of(word): act for act, words in draft.words.get("rapat", {}).items() for word in words}
    numbered = {verb: tuple(map(key_of, words)) for verb, words in draft.words.get("usulan_bernomor", {}).items()}
    world = replace(
        world, numbered=numbered, finding=finding, finished=finished, with_finished=beside, teachers=teachers, hall=hall
    )
    return replace(world, grasping=grasping, nodding=nodding, halting=halting)


def compile_retention(draft: Draft) -> Retention:
    told = draft.retention or {}
    rules = [(field, told[table][key]) for table, keys in BOUNDS.items() for key, (field, *_) in keys.items()]
    return Retention(**dict(rules))
