"""A sentence that promises stands in the table of what the program does: anything else is told without a promise."""

import re
from collections.abc import Mapping

from bot.catalog.draft import Draft
from bot.catalog.markup import visible
from bot.catalog.needed import Needed

_GAPS = re.compile(r"\{%.*?%\}|\{[^{}]*\}", re.DOTALL)
_PROMISES = re.compile(
    r"\b(pasti|dijamin|menjamin|terjamin|dirahasiakan|tidak diumumkan|Ibu dikabari|(?:dikabari|mengabari) sampai"
    r"|kami (?:kabari|beri tahu|sampaikan|ingatkan|hapus|jamin|janji|janjikan|pastikan))\b",
    re.IGNORECASE,
)
_READ = "bot.work.reading.screen:mark_read"
_ALARM = "bot.work.usulan.dangers.danger:heed"
_CRY = "bot.work.usulan.dangers.cries:take"
_YES = "bot.work.usulan.dangers.danger_asked:agree"
_DATES = "bot.work.calendar.announcing:whom"
_REMINDS = "bot.work.tasks.reminders:raise_due"
_HELP = "bot.work.tasks.doing:finish_help"
_REFUSED = "bot.work.people.rights:refuse"
_FORGETS = "bot.work.people.retention:let_go"
_NAMELESS = "bot.work.hall.reading_back:to_read"  # what is read out in a hall: what and where, never who
_ASKED = "bot.work.answering.questions:hand_on"
_SHOWN = "bot.work.monitoring.waiting:look_after"
_READER = "bot.work.usulan.reader_choice:chosen"
_AGAIN = "bot.work.unprompted.reconsidered:finish"

#: Sentences that promise, and the function that keeps the promise; a test asks whether there is one.
KEPT: Mapping[str, str] = {
    "tanda_terima": _READ,
    "janji_baca_terlambat": _READ,
    "poster_langkah_3": _READ,
    "form.usulan.tinjau": _READ,
    "usulan_ajakan_baca": _READ,
    "baca_dicatat": _READ,
    "baca_dicatat_banyak": _READ,
    "tulis_dikirim": "bot.work.reading.voices:finish",
    "bahaya.bencana": _ALARM,
    "bahaya.reda": _CRY,
    "bahaya.susulan": _CRY,
    "bahaya.pindah": _CRY,
    "bahaya.boleh_lapor": "bot.work.usulan.dangers.reported:tell",
    "bahaya.dilaporkan": "bot.work.usulan.dangers.reported:tell",
    "bahaya.petugas_berikut": "bot.work.usulan.dangers.answered:stay",
    "bahaya.belum_dijawab": "bot.work.usulan.dangers.unanswered:hand_on",
    "bahaya.boleh_juga": "bot.work.usulan.dangers.answered:also",
    "bahaya.belum_di_mana": _CRY,
    "bahaya.kebakaran": _ALARM,
    "bahaya.korban": _ALARM,
    "bahaya.boleh_kabari": _YES,
    "bahaya.ya": _YES,
    "izin": _FORGETS,
    "izin_lengkap": _FORGETS,
    "tarik_selesai": _FORGETS,
    "izin_ditolak": _REFUSED,
    "bahaya.izin_ditolak": _FORGETS,
    "izin_anak_menunggu": _REFUSED,
    "izin_ditolak_peran": _REFUSED,
    "usulan_jadi_pembaca_selesai": _AGAIN,
    "usulan_jadi_kembali_selesai": _AGAIN,
    "foto_sesudah_minta": _SHOWN,
    "foto_sesudah_diterima": _SHOWN,
    "poster_kaki": _NAMELESS,
    "form.suara.setuju": _NAMELESS,
    "form.suara.setuju_wali": _NAMELESS,
    "form.titip.suara_setuju": _NAMELESS,
    "form.usulan.pembaca": _READER,
    "form.titip.pembaca": _READER,
    "form.lengkapi.pembaca": _READER,
    "form.ubah.pembaca": _READER,
    "form.klarifikasi_jawab.pembaca": _READER,
    "jadwal_di_tempat_lain": _DATES,
    "jadwal_dipindah": _DATES,
    "jadwal_tempatkah": _DATES,
    "form.jadwal_tempat.tempat": _DATES,
    "jadwal_dibatalkan": _DATES,
    "form.jadwal_batal.alasan": _DATES,
    "tugas_diingatkan": _REMINDS,
    "tugas_ingat_terlambat": _REMINDS,
    "tidak_di_tempat": "bot.work.tasks.away:held_until",
    "form.ingatkan.hari": _REMINDS,
    "foto_ktp_yang_mana": "bot.work.reading.pictures:remove",
    "foto_ktp_kabar": "bot.work.reading.pictures:remove",
    "jejak": "bot.work.roles.deeds:unread",
    "jejak_baca_ditarik": "bot.work.roles.deeds:unread",
    "jejak_tugas_ditarik": "bot.work.roles.deeds:untick",
    "kabar_dibaca_batal": _READ,
    "tugas_minta_bantu": _HELP,
    "form.bantu_tugas.perlu": _HELP,
    "tanya_lain": _ASKED,
    "juru_isyarat": _ASKED,
    "janji_jawab_terlambat": _ASKED,
    "pertanyaan_diteruskan": _ASKED,
    "jawaban_dikirim": "bot.work.answering.questions:finish_answer",
    "tanya_data": _FORGETS,
    "tanya_rahasia": _NAMELESS,
}


def judge(draft: Draft, _needed: Needed) -> None:
    for sentence in draft.sentences:
        if sentence.taught or ".paham." in sentence.name:
            continue  # the answers of a question are not what we say: most of them are wrong
        found = _PROMISES.search(visible(_GAPS.sub(" ", sentence.text)))
        if found and not {sentence.name, sentence.name.rpartition(".")[0]} & KEPT.keys():
            fault = f"Kata “{found[0]}” berjanji, dan belum ada bagian program yang menepatinya; ceritakan tanpa janji."
            draft.report(sentence.file, sentence.key, fault)
