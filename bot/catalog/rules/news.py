"""A sentence that promises news is bound to a kind of row that is due, so that no silence follows it; one that uses the
same words and promises nothing of ours says so."""

import re
from collections.abc import Mapping

from bot.catalog.draft import Draft
from bot.catalog.markup import visible
from bot.catalog.needed import Needed

_GAPS = re.compile(r"\{%.*?%\}|\{[^{}]*\}", re.DOTALL)
#: The words by which news is promised.
WORDS = re.compile(
    r"\b(kami (?:kabari|beri ?tahu|sampaikan|ingatkan)|dikabari|dikabarkan|diberi ?tahu|diingatkan|mengabari"
    r"|kabarnya (?:kami sampaikan|paling lambat)|kabar berikutnya|jawabannya (?:datang|muncul))\b",
    re.IGNORECASE,
)
#: At once: the letter stands in the outbox, or in the news, in the transaction that says so.
OUTBOX, NEWS = "outbox", "news"
#: A row of the book of promises, by its kind.
WORD, READ, ANSWER = "promises:kabar", "promises:baca", "promises:jawab"
_TASK, _HELP = "tasks", "notices:tugas_bantu"

#: Sentences that promise news, and the kind of row that is due for each.
DUE: Mapping[str, str] = {
    "tanda_terima": WORD,
    "keadaan_kabar": WORD,
    "keadaan_kabar_keliru": WORD,
    "janji_kabar": WORD,
    "tanya_status": WORD,
    "tanya_dikerjakan": WORD,
    "tanya_hasil": WORD,
    "bawa_lagi_dicatat": WORD,
    "usulan_pindah": WORD,
    "titip_diambil": WORD,
    "form.suara.kabar.tanya": WORD,
    "janji_baca_terlambat": READ,
    "kabar_dibaca_batal": READ,
    "poster_langkah_3": READ,
    "form.usulan.tinjau": READ,
    "janji_jawab_terlambat": ANSWER,
    "tanya_lain": ANSWER,
    "juru_isyarat": ANSWER,
    "pertanyaan_diteruskan": ANSWER,
    "usulan_ajakan_baca": OUTBOX,
    "usulan_menunggu": OUTBOX,
    "foto_ktp_yang_mana": OUTBOX,
    "baca_dicatat": OUTBOX,
    "baca_dicatat_banyak": OUTBOX,
    "tulis_dikirim": OUTBOX,
    "bahaya.bencana": OUTBOX,
    "bahaya.reda": OUTBOX,
    "bahaya.susulan": OUTBOX,
    "bahaya.boleh_lapor": OUTBOX,
    "bahaya.dilaporkan": OUTBOX,
    "bahaya.petugas_berikut": OUTBOX,
    "bahaya.pindah": OUTBOX,
    "bahaya.belum_dijawab": OUTBOX,
    "bahaya.belum_di_mana": OUTBOX,
    "bahaya.kebakaran": OUTBOX,
    "bahaya.korban": OUTBOX,
    "bahaya.boleh_kabari": OUTBOX,
    "bahaya.boleh_juga": OUTBOX,
    "bahaya.ya": OUTBOX,
    "usulan_jadi_pembaca_selesai": OUTBOX,
    "usulan_jadi_kembali_selesai": OUTBOX,
    "jejak_baca_ditarik": OUTBOX,
    "jejak_tugas_ditarik": OUTBOX,
    "jejak": OUTBOX,
    "jawaban_dikirim": OUTBOX,
    "siaran_balasan_diteruskan": OUTBOX,
    "uji_selesai_kabar": "clarifications",
    "sertifikat_diberikan": OUTBOX,
    "sertifikat_cabut_yakin": OUTBOX,
    "sertifikat_dicabut": OUTBOX,
    "pelatih_diteruskan": "notices:tanya_pelatih",
    "tidak_hadir_dikabari": OUTBOX,
    "tidak_di_tempat": OUTBOX,
    "hasil_dikabarkan": NEWS,
    "hasil_dibetulkan": NEWS,
    "keadaan_jadi_apa": NEWS,
    "keadaan_dicatat": NEWS,
    "sipd_pratinjau": NEWS,
    "sipd_selesai": NEWS,
    "jadwal_di_tempat_lain": NEWS,
    "jadwal_dipindah": NEWS,
    "jadwal_tempatkah": NEWS,
    "jadwal_dibatalkan": NEWS,
    "form.jadwal_batal.alasan": NEWS,
    "siaran_ralat_lalu": NEWS,
    "form.siaran.batas.tanya": NEWS,
    "siaran_diingatkan": NEWS,
    "tugas_diingatkan": _TASK,
    "form.ingatkan.hari": _TASK,
    "tugas_minta_bantu": _HELP,
    "form.bantu_tugas.perlu": _HELP,
}
#: Those that tell what was done, or ask somebody else to tell it, or say whom we do not tell.
TELLING: frozenset[str] = frozenset(
    {
        "periksa_daftar_kabari",
        "periksa_kosong_kabari",
        "tombol_daftar_kabari",
        "usulan_harus_dikabari",
        "dikabari_dicatat",
        "dikabari_batal",
        "tombol_jejak_kabari",
        "jejak_kabari_ditarik",
        "hasil_semua_dicatat",
        "hasil_semua_dikabari",
        "hasil_kabari_yang_mana",
        "hasil_nomor_tidak_ada",
        "janji_ditagih",
        "riwayat_dikabari",
        "bacakan_dicatat",
        "kesiapan_ringkas",
        "hasil_belum_dikabari",
        "tanya_kerja_dijawab",
        "kesiapan_sebab_umpan_balik",
        "kesiapan_tanya_umpan_balik",
        "kesiapan_kepala_umpan_balik",
        "senin_pesan",
        "senin_sebab_umpan_balik",
        "senin_angka_umpan_balik",
        "klarifikasi_langsung",
        "langsung_menunggu",
        "pengabdian_angka_titip_rinci",
        "lembar.akibat",
        "siaran_hasil_belum",
        "siaran_berkas_kolom_diingatkan",
        "siaran_riwayat_reminded",
        "tanya_data",
        "tugas_riwayat",
        "tugas_ingat_terlambat",
        "ingatan_desa",
        "ingat_usulan_baru",
        "rapat_lewat",
        "ingatkan_sudah",
        "ingatkan_tidak_perlu",
        "layar_kesiapan",
        "layar_periksa",
        "utus_kabar_pemberi",
        "uji_selesai",
        "form.usulan.pembaca",
        "form.titip.pembaca",
        "form.lengkapi.pembaca",
        "form.ubah.pembaca",
        "form.klarifikasi_jawab.pembaca",
    }
)
#: Tasks are told to those who do them, announcements by those who write them: what is asked of others.
OTHERS = ("tugas.", "siaran.", "form.siaran_b")


def judge(draft: Draft, _needed: Needed) -> None:
    known = DUE.keys() | TELLING
    for sentence in draft.sentences:
        if sentence.taught or sentence.name.startswith(OTHERS) or ".paham." in sentence.name:
            continue
        found = WORDS.search(visible(_GAPS.sub(" ", sentence.text)))
        if found and not {sentence.name, sentence.name.rpartition(".")[0]} & known:
            fault = f"Kata “{found[0]}” menjanjikan kabar, dan belum ada janji yang dicatat untuknya."
            draft.report(sentence.file, sentence.key, fault)
