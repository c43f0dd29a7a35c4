"""From judged content to the values the core works with."""

from collections.abc import Mapping, Sequence
from typing import Any

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

#: Where the words of each field of the world stand in content/kata/tombol.toml: lists (in order, or as a set) by table
#: and name, tables of sets, and tables that give each word its name.
_LISTED = {
    "announcing": ("umumkan", "awal"),
    "halting": ("hentikan_siaran", "kata"),
    "finding": ("cari", "awal"),
    "petitions": ("du_rkp", "kata"),
    "sent": ("usulan_terkirim", "kata"),
    "numbers": ("usulan_terkirim", "nomor"),
    "teachers": ("pelatih", "kata"),
    "not_there": ("bukan_di_sana", "kata"),
    "unnoted": ("belum_tercatat", "kata"),
    "unnoted_why": ("belum_tercatat", "sebab"),
}
_KNOWN = {
    "oneself": ("diri", "kata"),
    "addressing": ("umumkan", "kepada"),
    "recipients": ("umumkan", "isi"),
    "beside_halting": ("hentikan_siaran", "isi"),
    "withdrawing": ("hentikan_siaran", "tarik"),
    "announcements": ("hentikan_siaran", "sebut"),
    "parting": ("pisahkan", "kata"),
    "leading_in": ("pengantar_cerita", "kata"),
    "grasping": ("paham", "kata"),
    "nodding": ("paham", "iringan"),
    "finished": ("sudah_selesai", "kata"),
    "with_finished": ("sudah_selesai", "iringan"),
    "cancelling": ("membatalkan", "kata"),
    "wrong": ("hanya_salah", "kata"),
    "not_teachers": ("pelatih", "bukan"),
    "before_teachers": ("pelatih", "antara"),
    "asking_at_last": ("bertanya", "akhir"),
    "not_asking": ("bertanya", "bukan"),
}
_SORTED = {
    "taking_out": "hapus_bagian",
    "put_off": "belum_dikerjakan",
    "handing_tasks": "tugas_diserahkan",
    "away": "tidak_di_tempat",
    "reasons": "membatalkan",
    "setting": "menetapkan",
    "numbering": "nomor_hasil",
    "inviting": "mengundang",
    "afterwards": "foto_kini",
    "own_matters": "perihal_sendiri",
    "asking_proposers": "tanya_pengusul",
    "ending": "memberhentikan",
    "moving_venue": "tempat_pertemuan",
    "sent_at": "jam_kirim",
    "of_results": "hasil_siaran",
    "announced": "umumkan",
    "letters": "surat_kantor",
    "in_the_field": "di_lapangan",
    "which_kecamatan": "kecamatan_apa",
    "consenting": "persetujuan",
    "entrusting": "titip_langsung",
    "told_in_person": "sudah_dikabari",
    "asked_of_work": "tanya_kerja",
    "learning": "di_pelajaran",
    "another": "usulan_lagi",
    "taught": "diajari",
    "writing": "tertulis",
    "asking_first": "tanyakan_dulu",
    "topics": "usulan_tentang",
    "accompanying": "pendamping",
    "aging": "umur_sendiri",
    "proposing": "pernah_diusulkan",
    "naming_voice": "nama_suara",
    "denying": "bukan_ceritanya",
    "of_two": "dua_orang",
    "pointing_back": "sudah_dibilang",
    "taking_back": "menarik_usulan",
    "bringing_again": "bawa_lagi",
    "asking_why": "tanya_sebab",
    "asking_meaning": "tanya_arti",
    "objecting": "tolak_siaran",
    "agreeing": "setuju",
    "invited": "undangan_pelatihan",
    "stopping": "hentikan_siaran",
    "noting": "paham",
    "replying": "jawab_siaran",
    "told_late": "lupa_disebut",
}
_NAMED = {
    "words": "tombol",
    "hall": "rapat",
    "hall_buttons": "tombol_rapat",
    "results": "tombol_hasil",
    "positions": "urutan",
    "commands": "perintah",
    "meanings": "arti",
}


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
    words: dict[str, Any] = {field: _listed(draft, *where) for field, where in _LISTED.items()}
    words |= {field: frozenset(_listed(draft, *where)) for field, where in _KNOWN.items()}
    words |= {field: _sets(draft, table) for field, table in _SORTED.items()}
    words |= {field: _by_word(told.get(table, {})) for field, table in _NAMED.items()}
    return World(
        places,
        compile_vocabulary(draft.spellings),
        asking=tuple(word.lower() for word in told.get("bertanya", {}).get("awal", ())),
        ear=ear.ear_of(draft.folder, danger) if ear.there_is_one(draft.folder) else None,
        numbered={verb: tuple(map(key_of, said)) for verb, said in told.get("usulan_bernomor", {}).items()},
        wishing=_wishing(draft, danger),
        **words,
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
