"""The sentences the conversation itself says, and the values each of them gets: what content has to provide."""

from collections.abc import Mapping

_NOTHING: frozenset[str] = frozenset()


def _with(*values: str) -> frozenset[str]:
    return frozenset(values)


BUTTONS = (
    "tombol.bantuan",
    "tombol.batal",
    "tombol.cukup",
    "tombol.ini_jawaban",
    "tombol.kembali",
    "tombol.kirim",
    "tombol.kirim_kontak",
    "tombol.kirim_lokasi",
    "tombol.lain",
    "tombol.lainnya",
    "tombol.lanjut",
    "tombol.lewati",
    "tombol.pakai",
    "tombol.pakai_nama",
    "tombol.sebelumnya",
    "tombol.selesai",
    "tombol.tinjau",
    "tombol.ubah",
    "tombol.ya",
    "tombol.ya_batalkan",
)

NEEDED: Mapping[str, frozenset[str]] = {
    "mesin.angka_di_luar": _with("paling_kecil", "paling_besar"),
    "mesin.bantuan_masih": _NOTHING,
    "mesin.bantuan_tinjau": _NOTHING,
    "mesin.berkas_terlalu_besar": _NOTHING,
    "mesin.bukan_contact": _NOTHING,
    "mesin.bukan_document": _NOTHING,
    "mesin.bukan_location": _NOTHING,
    "mesin.bukan_other": _NOTHING,
    "mesin.bukan_photo": _NOTHING,
    "mesin.bukan_voice": _NOTHING,
    "mesin.butuh_angka": _NOTHING,
    "mesin.butuh_foto": _NOTHING,
    "mesin.butuh_lokasi": _NOTHING,
    "mesin.dibatalkan": _NOTHING,
    "mesin.dicatat": _with("isi"),
    "mesin.dilewati": _NOTHING,
    "mesin.foto_disimpan": _with("jumlah"),
    "mesin.foto_penuh": _with("batas"),
    "mesin.isi_foto": _with("jumlah", "batas"),
    "mesin.isi_lokasi": _NOTHING,
    "mesin.isi_panjang": _with("awal", "panjang"),
    "mesin.isi_suara": _with("detik", "teks"),
    "mesin.lanjut": _NOTHING,
    "mesin.masih_di": _with("bagian"),
    "mesin.nama_baru": _with("nama"),
    "mesin.nama_desa": _with("nama"),
    "mesin.nama_dusun": _with("nama"),
    "mesin.nama_kecamatan": _with("nama"),
    "mesin.nama_kelurahan": _with("nama"),
    "mesin.nama_lingkungan": _with("nama"),
    "mesin.paling_awal": _NOTHING,
    "mesin.perlu_diisi": _NOTHING,
    "mesin.pilih_dulu": _NOTHING,
    "mesin.pilihan_tidak_ada": _NOTHING,
    "mesin.ralat_belum": _with("judul", "sebab"),
    "mesin.ralat_dicatat": _with("judul"),
    "mesin.ralat_foto": _with("judul"),
    "mesin.ralat_tempat": _with("judul"),
    "mesin.seperti_bertanya": _NOTHING,
    "mesin.suara_terlalu_lama": _with("menit"),
    "mesin.tempat_ada_di": _with("nama"),
    "mesin.tempat_tidak_ada": _NOTHING,
    "mesin.terlalu_panjang": _with("batas", "panjang"),
    "mesin.terlalu_pendek": _with("batas"),
    "mesin.tinjau_bingung": _NOTHING,
    "mesin.tombol_lewat": _NOTHING,
    "mesin.ubah_yang_mana": _NOTHING,
    "mesin.yakin_batal": _NOTHING,
    "mesin.yang_mana": _NOTHING,
    **dict.fromkeys(BUTTONS, _NOTHING),
}

# The words a person may type instead of pressing a button; content says which words these are.
CONTROLS = (
    "kembali",
    "lewati",
    "cukup",
    "tidak_ada",
    "tidak_tahu",
    "batal",
    "bantuan",
    "pakai",
    "ya",
    "tidak",
    "lanjut",
    "kirim",
    "ubah",
)
