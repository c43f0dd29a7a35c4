"""What people do by words that is answered here: the names of acts, each with a sentence of its name in
`content/kalimat/tanya.toml`. More questions need only their sentence."""

#: Acts that are questions begin so.
QUESTION = "tanya_"
QUESTIONS = (
    "tanya_status",
    "tanya_terkirim",
    "tanya_nomor",
    "tanya_rapat",
    "tanya_ikut",
    "tanya_dilihat",
    "tanya_dikerjakan",
    "tanya_pasti",
    "tanya_tahun_lalu",
    "tanya_ditolak",
    "tanya_tidak_setuju",
    "tanya_memutuskan",
    "tanya_pembaca",
    "tanya_rahasia",
    "tanya_data",
    "tanya_ktp",
    "tanya_siapa",
    "tanya_orang",
    "tanya_biaya",
    "tanya_uang",
    "tanya_cara",
    "tanya_syarat",
    "tanya_boleh_apa",
    "tanya_pribadi",
    "tanya_banyak",
    "tanya_ubah",
    "tanya_siapa_boleh",
    "tanya_bahasa",
    "tanya_tanpa_hp",
    "tanya_titip",
    "tanya_tempat_lain",
    "tanya_musrenbang",
    "tanya_kenapa",
    "tanya_lama",
    "tanya_batas",
    "tanya_swakelola",
    "tanya_hasil",
    "tanya_lapor",
    "tanya_kode",
    "tanya_lain",
)
#: Asked on the way to an usulan: who we are, how one is proposed here, and what that takes. Every other question is
#: asked for its own sake.
ON_THE_WAY = frozenset(
    {
        "tanya_siapa",
        "tanya_data",
        "tanya_rahasia",
        "tanya_cara",
        "tanya_biaya",
        "tanya_bahasa",
        "tanya_syarat",
        "tanya_ktp",
    }
)
#: What else is answered.
OTHERS = (
    "salam",
    "terima_kasih",
    "basa_basi",
    "marah",
    "ancaman",
    "nama_tercatat",
    "di_sini_tempatnya",
    "nomor_sendiri",
    "nomor_darurat",
    "susah_tulis",
    "pinjam_hp",
    "tulis_saja",
    "juru_isyarat",
    "bukan_warga",
    "anak",
    "jangan_nama",
    "jangan_tulis",
    "hapus_data",
)
