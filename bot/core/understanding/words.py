"""Words that mean the same in every answer: politeness, "about", limits, "I do not know".

A word's class: `noise` and `about` change nothing; `bound` makes a number uncertain ("kurang dari 200"); `stop` makes
it mean something we do not read ("bukan 200", "tiap 200"); `vague` stands where a number should, `all` too unless
there is one; `unknown` is "tidak tahu"; `range` joins two numbers; `sep` parts them.
"""

from collections.abc import Mapping

_CLASSES = {
    "noise": """
        pak bu bapak ibu pa buk bpk mas mbak mba dek dik kak puang daeng opu ndi ces tuan kawan min admin
        lah ya yah iya iye iye' ye ji mi pi ki di mo sih kok dong deh kah toh to loh saja sj aja doang cuma hanya
        oh eh hmm ok oke baik siap maaf mohon tolong terima kasih makasih trims tks tq terimakasih syukron nya
        adalah itu ini yaitu yakni ialah jumlahnya ada sebanyak banyaknya sejumlah kami saya kita orangnya anu
        menurut setahu perkiraan dengan dgn untuk utk yg yang assalamualaikum salam selamat sebesar besarnya senilai
        """,
    "about": """
        kira-kira kira kiranya sekitar sktr skitar sekitaran sekitarnya sekira sekiranya kurang-lebih lebih-kurang
        krg-lbh kl krng-lbh kurleb kurlb krleb
        k kr kir kr-kr mungkin mgkn kayaknya kayanya kyknya kyk sepertinya spertinya barangkali rasanya kapang
        paling-paling
        hampir hmpr mendekati kisaran rata-rata perkiraannya taksiran ditaksir diperkirakan estimasi plus minus
        """,
    "bound": """
        lebih lbh melebihi kurang krg krng maksimal maksimum minimal minimum setidaknya sedikitnya sebanyak-banyaknya
        atas bawah
        min max > <
        """,
    "stop": """
        bukan bkn tidak tdk ndak nda tak gak ga nggak enggak belum blm jangan kecuali selain per setiap tiap
        masing-masing msg-msg @ % $ padahal tapi tetapi dulu dulunya ditambah tambah dikurangi minus lagi
        """,
    "vague": """
        banyak bnyk sedikit sdikit beberapa bbrp puluhan belasan ratusan ribuan jutaan miliaran milyaran
        secukupnya seperlunya cukup sekampung sedusun sedesa
        """,
    "all": "semua semuanya seluruh seluruhnya keseluruhan smua",
    "unknown": "entah entahlah entahmi lupa",
    "range": "- sampai sampe smp sd s/d s.d hingga atau atw ato",
    "sep": ", ; / ( ) & \n dan dn serta + |",
}
_PHRASES = {
    "about": """
        kurang lebih|lebih kurang|krg lbh|lbh krg|krang lebih|kira kira|paling paling|rata rata|plus minus
        |kalau tidak salah|kalau tdk salah|kalo tidak salah|kalo tdk salah|klo tdk salah|kalau ndak salah|k lebih
        |lebih krg
        |lebih kurangnya|kurang lebihnya|krg lebih|kurang lbh
        """,
    "noise": """terima kasih|menurut saya|saya kira|setahu saya|saya rasa|kami kira|kira saya|ada sekitar|di sana
        |di sini|disini|disana""",
    "bound": """
        lebih dari|kurang dari|tidak sampai|tdk sampai|tidak lebih|tidak kurang|paling banyak|paling sedikit
        |paling tidak|di atas|di bawah|tidak lebih dari|tidak kurang dari|belum sampai
        """,
    "range": "sampai dengan|s / d|s . d|sd .|s . d .",
}
_NOT = ("tidak tdk ndak nda tak gak ga nggak enggak", "belum blm kurang krg krng tda te'")
_KNOW = (
    "tahu tau taau tahuu tw kutau kutahu ku mengerti paham jelas pasti",
    "dihitung hitung diukur ukur didata ditentukan",
)


def _all() -> dict[str, str]:
    words = {word: kind for kind, told in _CLASSES.items() for word in told.replace("\n        ", " ").split()}
    words |= {"\n": "sep"}
    for kind, told in _PHRASES.items():
        words |= {" ".join(phrase.split()): kind for phrase in told.split("|")}
    know = {f"{no} {verb}": "unknown" for no in " ".join(_NOT).split() for verb in " ".join(_KNOW).split()}
    return {**words, **know, **{phrase: kind for phrase, kind in words.items() if " " in phrase and kind != "noise"}}


SHARED: Mapping[str, str] = _all()
