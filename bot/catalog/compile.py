"""From judged content to the values the core works with."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.catalog import ear
from bot.catalog.draft import Draft, FormDraft
from bot.catalog.models import PART_FIELDS, Question, params_of
from bot.catalog.names import check_named, kind_named
from bot.catalog.rules.retention import BOUNDS
from bot.catalog.spellings import compile_vocabulary
from bot.catalog.texts import values_in
from bot.core.forms import questions as core
from bot.core.forms.world import World
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
        sends=frozenset(map(key_of, filter(None, (form.send, *form.sends)))),
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
        skips=frozenset(map(key_of, told.skips)),
        needs=(within,) if within else (),
        only_if=tuple(core.Condition(key, frozenset(values)) for key, values in told.only_if.items()),
        variants=frozenset(part for part, (field, _) in PART_FIELDS.items() if getattr(told, f"{field}_kelurahan")),
        mentions=_mentions(told),
    )


def _mentions(told: Question) -> tuple[str, ...]:
    text = told.text + (told.text_kelurahan or "")
    return tuple(sorted(values_in(text)))


def compile_world(draft: Draft, places: Places, danger: Danger) -> World:
    told = draft.words
    ears = ear.ear_of(draft.folder, danger) if ear.there_is_one(draft.folder) else None
    asking = tuple(word.lower() for word in told.get("bertanya", {}).get("awal", ()))
    oneself = frozenset(word.lower() for word in told.get("diri", {}).get("kata", ()))
    world = World(
        places, compile_vocabulary(draft.spellings), _by_word(told["tombol"]), asking, oneself=oneself, ear=ears
    )
    world = replace(world, hall=_by_word(told.get("rapat", {})), hall_buttons=_by_word(told.get("tombol_rapat", {})))
    world = replace(world, results=_by_word(told.get("tombol_hasil", {})), positions=_by_word(told.get("urutan", {})))
    world = replace(world, commands=_by_word(told.get("perintah", {})))
    return replace(
        world,
        aging=_listed(draft, "umur_sendiri"),
        announcing=_listed(draft, "umumkan", "awal"),
        addressing=frozenset(_listed(draft, "umumkan", "kepada")),
        recipients=frozenset(_listed(draft, "umumkan", "isi")),
        halting=_listed(draft, "hentikan_siaran"),
        finding=_listed(draft, "cari", "awal"),
        petitions=_listed(draft, "du_rkp"),
        numbered={verb: tuple(map(key_of, words)) for verb, words in told.get("usulan_bernomor", {}).items()},
        sent=_listed(draft, "usulan_terkirim"),
        parting=frozenset(_listed(draft, "pisahkan")),
        numbers=_listed(draft, "usulan_terkirim", "nomor"),
        teachers=_listed(draft, "pelatih"),
        grasping=frozenset(_listed(draft, "paham")),
        nodding=frozenset(_listed(draft, "paham", "iringan")),
        finished=frozenset(_listed(draft, "sudah_selesai")),
        with_finished=frozenset(_listed(draft, "sudah_selesai", "iringan")),
        put_off=_sets(draft, "belum_dikerjakan"),
        away=_sets(draft, "tidak_di_tempat"),
        cancelling=frozenset(_listed(draft, "membatalkan")),
        reasons=_sets(draft, "membatalkan"),
        setting=_sets(draft, "menetapkan"),
        numbering=_sets(draft, "nomor_hasil"),
        inviting=_sets(draft, "mengundang"),
        ending=_sets(draft, "memberhentikan"),
        in_the_field=_sets(draft, "di_lapangan"),
        asked_of_work=_sets(draft, "tanya_kerja"),
        wrong=frozenset(_listed(draft, "hanya_salah")),
        learning=_sets(draft, "di_pelajaran"),
        another=_sets(draft, "usulan_lagi"),
        taught=_sets(draft, "diajari"),
        wishing=_wishing(draft, danger),
        writing=_sets(draft, "tertulis"),
        not_there=_listed(draft, "bukan_di_sana"),
        asking_first=_sets(draft, "tanyakan_dulu"),
        topics=_sets(draft, "usulan_tentang"),
        accompanying=_sets(draft, "pendamping"),
        naming_voice=_sets(draft, "nama_suara"),
        pointing_back=_sets(draft, "sudah_dibilang"),
        taking_back=_sets(draft, "menarik_usulan"),
        meanings=_by_word(told.get("arti", {})),
        asking_meaning=_sets(draft, "tanya_arti"),
    )


def _sets(draft: Draft, table: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(map(key_of, words)) for name, words in draft.words.get(table, {}).items()}


def _wishing(draft: Draft, danger: Danger) -> dict[str, frozenset[str]]:
    """`luka`: what is done to somebody ("dipukuli") is no work that is hoped for."""
    sorts = _sets(draft, "diharapkan")
    harm = frozenset(word for case in danger.cases if case.private for word in case.words if " " not in word)
    return {**sorts, "luka": harm, "bukan_kerja": sorts.get("bukan_kerja", frozenset()) | harm} if sorts else sorts


def _by_word(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {key_of(word): name for name, words in table.items() for word in words}


def _listed(draft: Draft, table: str, name: str = "kata") -> tuple[str, ...]:
    return tuple(map(key_of, draft.words.get(table, {}).get(name, ())))


def compile_retention(draft: Draft) -> Retention:
    told = draft.retention or {}
    rules = [(field, told[table][key]) for table, keys in BOUNDS.items() for key, (field, *_) in keys.items()]
    return Retention(**dict(rules))
