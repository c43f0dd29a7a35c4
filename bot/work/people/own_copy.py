"""A copy of one's own data: a page to read, a file for other programs, and the recordings and photos themselves."""

from collections.abc import Mapping
from datetime import datetime
from html import escape
from typing import Any

from bot.core import kinds
from bot.core.forms.questions import Ask
from bot.store.people import own_data
from bot.store.people.own_data import OwnData
from bot.work.office import Office
from bot.work.people.rights import gender_of, roles
from bot.work.saying import files
from bot.work.usulan.usulan import FORM, place
from bot.work.usulan.voices.speakers import is_kept_away
from bot.work.visit import Visit


async def send(visit: Visit) -> None:
    """Everything, to the person's own chat."""
    person = visit.me
    own = await visit.ask_once(own_data.of_person, person.id)
    visit.say("unduhan_dikirim", berkas=bool(own.media))
    page = {
        "filename": "data-saya",
        "title": visit.text("unduhan_judul", nama=person.name),
        "note": visit.text("unduhan_dibuat", hari=visit.office.day(visit.now), bappeda=visit.office.bappeda),
        "sections": _sections(visit, own),
    }
    files.make(visit, "page", page)
    record = {"filename": "data-saya", "data": _record(visit, own)}
    files.make(visit, "record", record)
    files.show(visit, ((kind, file_id, escape(words, quote=False)) for kind, file_id, words in own.media))


def _drafts(visit: Visit) -> dict[str, Mapping[str, Any]]:
    """The answers of what is not finished, by form; not those of somebody who wants nothing kept on this telephone."""
    open_ones = visit.conversations.items()
    shown = [(name, one.state) for name, one in open_ones if not is_kept_away(one.state.get("about", {}))]
    return {name: state.get("answers", {}) for name, state in shown}


Rows = list[list[str]]


def _sections(visit: Visit, own: OwnData) -> list[dict[str, Any]]:
    """What the page says, part by part; parts with nothing in them are left out."""
    text, person = visit.text, visit.me
    self: Rows = [
        [text("unduhan_nama"), person.name],
        [text("unduhan_akun"), str(person.address)],
        *([[text("unduhan_telepon"), own.phone]] if own.phone else []),
        *([[text("unduhan_jenis"), gender_of(visit, own)]] if own.is_woman is not None else []),
        [text("unduhan_sejak"), visit.office.day(own.first_seen_at) if own.first_seen_at else ""],
        [text("unduhan_tempat"), place(person.place or {})],
    ]
    agreed: Rows = [[visit.office.day(one["at"]), f"{one['answer']} ({one['version']})"] for one in own.consents]
    voices: Rows = [[one["name"], one["guardian"] or ""] for one in own.speakers]
    tasks: Rows = [[role, ""] for role in roles(visit)]
    open_ones: Rows = [
        [name, "\n".join(_told(visit.office, answers, "value"))] for name, answers in _drafts(visit).items()
    ]
    asked: Rows = [[one["words"], one["answer"] or ""] for one in own.questions]
    learnt = _learnt(visit, own)
    titles = ("diri", "persetujuan", "suara", "tugas", "draf", "pertanyaan", "belajar")
    parts = zip(titles, (self, agreed, voices, tasks, open_ones, asked, learnt), strict=True)
    found = [{"title": text(f"unduhan_{title}"), "rows": rows} for title, rows in parts if rows]
    return found + [_usulan(visit.office, one) for one in own.usulan]


def _learnt(visit: Visit, own: OwnData) -> Rows:
    """Lessons that were opened, with the day on which they were finished; and what came of practices."""
    lessons = visit.office.catalog.curriculum.lessons if own.lessons or own.tried else {}
    title = {key: lesson.title for key, lesson in lessons.items()}
    rows = [
        [title.get(one["lesson"], one["lesson"]), visit.office.day(one["finished_at"]) if one["finished_at"] else ""]
        for one in own.lessons
        if one["opened_at"] is not None
    ]
    rows += [[title.get(one["lesson"], one["lesson"]), one["words"]] for one in own.tried]
    rows += [[visit.text(f"unduhan_tes_{one['kind']}"), f"{one['hits']}/{one['asked']}"] for one in own.exams]
    return rows + [[visit.text("unduhan_sertifikat"), one["number"] or ""] for one in own.certificates]


def _usulan(office: Office, one: Mapping[str, Any]) -> dict[str, Any]:
    text = office.catalog.text
    rows: Rows = [
        [text("unduhan_status"), one["status"]],
        [text("unduhan_kapan"), office.day(one["spoken_at"])],
        [text("unduhan_dibaca"), office.day(one["read_at"]) if one["read_at"] else ""],
    ]
    rows += [line.split(": ", 1) for line in _told(office, one["answers"]) if ": " in line]
    rows += [[wording["question"], wording["text"]] for wording in one["wordings"]]
    if fits := one["fits"]:
        rows.append([text("unduhan_sesuai"), fits["words"] or fits["answer"]])
    return {"title": f"{office.spoken_name(one['kecamatan'], one['serial'])} ({one['code']})", "rows": rows}


def _told(office: Office, answers: Mapping[str, Any], inner: str = "") -> list[str]:
    """ "Ceritanya: …", as the review card shows it, in the order of the form."""
    flow, world = office.catalog.flows[FORM], office.catalog.world
    values = {key: value[inner] if inner else value for key, value in answers.items()}
    lines = []
    for question in flow.questions:
        if question.key in values:
            shown = kinds.find(question.kind).show(Ask(question, values, world), values[question.key])
            lines.append(f"{question.title}: {office.catalog.label(shown)}")
    return lines


def _record(visit: Visit, own: OwnData) -> dict[str, Any]:
    """The same for a program: names in Indonesian, times in ISO 8601."""
    person = visit.me
    told: dict[str, Any] = _plain(
        {
            "nama": person.name,
            "nomor_akun_telegram": person.address,
            "nomor_hp": own.phone or None,
            "perempuan": own.is_woman,
            "dikenal_sejak": own.first_seen_at,
            "tempat_terakhir": person.place,
            "persetujuan": [
                {"versi": one["version"], "waktu": one["at"], "jawaban": one["answer"]} for one in own.consents
            ],
            "suara": [
                {"nama": one["name"], "orang_tua": one["guardian"], "kabari_langsung": one["tell_directly"]}
                for one in own.speakers
            ],
            "tugas": [{"peran": grant.role, "wilayah": grant.scope} for grant in visit.grants],
            "draf": _drafts(visit),
            "pertanyaan": [
                {"isi": one["words"], "waktu": one["asked_at"], "jawaban": one["answer"]} for one in own.questions
            ],
            **_record_of_learning(own),
            "usulan": [_record_of(one) for one in own.usulan],
        }
    )
    return told


def _record_of_learning(own: OwnData) -> dict[str, Any]:
    """Lessons, what was told of practices, tests, the certificate, days of training."""
    return {
        "pelajaran": [
            {"kunci": one["lesson"], "dibuka": one["opened_at"], "selesai": one["finished_at"]} for one in own.lessons
        ],
        "cerita_percobaan": [
            {"pelajaran": one["lesson"], "isi": one["words"], "waktu": one["told_at"], "dibagikan": one["shared"]}
            for one in own.tried
        ],
        "tes": [
            {"macam": one["kind"], "mulai": one["begun_at"], "selesai": one["finished_at"]}
            | {"soal": one["asked"], "betul": one["hits"]}
            for one in own.exams
        ],
        "sertifikat": [
            {"nama": one["name"], "nomor": one["number"], "diminta": one["asked_at"], "diberikan": one["given_at"]}
            for one in own.certificates
        ],
        "pelatihan": [
            {"judul": one["about"], "waktu": one["starts_at"], "jawaban": one["answer"], "datang": one["came_at"]}
            for one in own.trainings
        ],
    }


def _record_of(one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "nomor": one["code"],
        "keadaan": one["status"],
        "disampaikan": one["spoken_at"],
        "dibaca": one["read_at"],
        "jawaban": one["answers"],
        "tulisan_dari_suara": one["wordings"],
        "ditanyakan": [
            {"tentang": told["field"], "isi": told["words"], "waktu": told["asked_at"], "jawaban": told["answer"]}
            for told in one["asked"]
        ],
        "sesuai": one["fits"]
        and {"jawaban": one["fits"]["answer"], "isi": one["fits"]["words"], "waktu": one["fits"]["answered_at"]},
        "riwayat": one["events"],
    }


def _plain(value: Any) -> Any:
    """What JSON can say."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value
