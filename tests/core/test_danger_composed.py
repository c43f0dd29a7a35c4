"""What happens and whom it hits calls for help in any words and order, whatever misery is told beside it; and what
takes that away."""

import pytest

from bot.catalog import Catalog

CALLS = {
    "bencana": (
        "talud roboh timpa adekku",
        "tolong longsor, saya tertimbun kaki ku tdk bisa gerak",
        "saya tertimbun longsor, kakiku tidak bisa gerak",
        "longsor pak kakiku terjepit nda bisa gerak",
        "nenekku tdk bisa jalan, banjir di sini",
        "tertimbun tanah ka tolong",
        "rumah ambruk, bapakku tertindih",
        "pak pohon jatuh timpa orang, mengerang dia",
        "rumah tetangga tertimpa pohon, dia tertindih di bawahnya tolong!!",
        "ketindih kayu adekku, takut sekali ka",
        "gempa, kami tidak bisa keluar",
        "bukan, adekku masih tertimbun tanah",
        "tembok roboh, ada orang di bawah",
    ),
    "kebakaran": (
        "rumahku dibakar orang",
        "rumahku habis terbakar, tolong",
        "kebakaran!!! rumahnya tetangga",
        "dapurnya tetangga terbakar, tdk bisa keluar ka",
        "apinya sudah dekat ke rumah mertuaku",
    ),
    "korban": (
        "ibu hamil mau melahirkan, jalan putus",
        "mamaku hilang dari tadi pagi di hutan",
        "cucuku jatuh ke sumur, belum bisa diangkat",
        "kakekku jatuh dari pohon cengkeh, tidak bisa bangun",
        "tolong pak istriku mau melahirkan, jalan putus tidak bisa lewat",
        "anakku minum racun tikus",
        "tetanggaku sdh minum gramoxone",
        "ada orang gantung diri di pohon mangga",
        "sudah minum racun rumput ka",
        "anakku tersedak, tidak bisa nafas",
        "ular masuk dapur, digigit adikku",
        "nenekku jatuh di kamar mandi tidak bangun2",
    ),
}
ASKED = (
    "kemarin pohon jatuh timpa orang",
    "hehe tolong rumahku terbakar",
)
SILENT = (
    "air sudah masuk rumah pak, dari pipa pamsimas yang baru, mantap",
    "kebakaran jenggot pak kades hahaha",
    "gempa kecil tadi terasa tapi tidak ada apa-apa",
    "simulasi saja ini pak, tes tes, kebakaran hehe",
    "berapa orang terjebak?",
    "siapa yang tertindih?",
    "sering ada motor masuk jurang, tolong pak",
    "takut ka anakku hanyut",
    "kalau banjir nenekku tidak bisa jalan keluar",
    "tahun 2021 bapakku tertimbun longsor",
    "tolong cek usulan banjir, nenekku tidak bisa jalan",
    "usul talud, rumah warga tertimbun",
    "tolong perbaiki jalan, ibu hamil tidak bisa jalan",
    "sapi minum racun rumput",
    "rumah saya di dusun batu api",
    "jalan tertimbun longsor, warga tidak bisa lewat",
    "kebun saya diserang babi",
    "sampah dibakar dekat rumah, asapnya masuk",
    "tiang listrik miring, bisa menimpa orang",
    "harga jatuh, saya tidak bisa bangun rumah",
)


@pytest.mark.parametrize(("case", "text"), [(case, text) for case, texts in CALLS.items() for text in texts])
def test_what_happens_and_whom_it_hits_calls_in_any_words(catalog: Catalog, case: str, text: str) -> None:
    assert case in [one.case.key for one in catalog.danger.find(text) if one.cried and not one.mild]


@pytest.mark.parametrize("text", ASKED)
def test_what_may_be_a_call_is_doubted_and_rings_nobody_yet(catalog: Catalog, text: str) -> None:
    assert catalog.danger.doubted(text)
    assert not [one for one in catalog.danger.find(text) if one.cried]


@pytest.mark.parametrize("text", ASKED)
def test_whoever_says_that_it_is_a_call_is_not_doubted(catalog: Catalog, text: str) -> None:
    assert [one for one in catalog.danger.find(f"{text}. Ini minta tolong") if one.cried]


@pytest.mark.parametrize("text", SILENT)
def test_habit_jest_past_question_and_work_neither_ring_nor_are_asked_about(catalog: Catalog, text: str) -> None:
    assert not catalog.danger.doubted(text)
    assert not [one for one in catalog.danger.find(text) if one.case.is_told and not one.mild]


def test_what_another_does_is_no_despair_and_the_own_poison_is_both(catalog: Catalog) -> None:
    keys = [
        {one.case.key for one in catalog.danger.find(text)}
        for text in ("tetanggaku gantung diri", "sudah minum racun ka")
    ]
    assert keys == [{"korban"}, {"korban", "putus_asa"}]


def test_beside_violence_nobody_is_told_unasked(catalog: Catalog) -> None:
    found = catalog.danger.find("tolong, suamiku pukul ka, kepalaku berdarah")
    assert [one.case.key for one in found] == ["kekerasan"]


@pytest.mark.parametrize("text", ["banjir di Tuncung pak", "longsor", "pak kebakaran di sini"])
def test_a_danger_and_nothing_else_may_be_a_call(catalog: Catalog, text: str) -> None:
    assert catalog.danger.alone(text)


@pytest.mark.parametrize("text", ["banjir tiap tahun di Tuncung", "drainase pasar", "tidak banjir", "batu api"])
def test_more_than_that_is_none(catalog: Catalog, text: str) -> None:
    assert not catalog.danger.alone(text)


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        *(
            (text, True)
            for text in (
                "adekku sdh bisa ditarik keluar pak",
                "sdh keluar alhamdulillah",
                "alhamdulillah mati mi apinya",
                "sudah keluar semua orangnya, selamat",
                "sudah dapat suamiku, bernafas mi, dibawa ke puskesmas",
                "sdh digali keluar ka sama orang kampung, amanma",
                "suamiku sdh ditemukan, selamat",
                "anaknya sudah diambil neneknya pak, aman mi",
                "sdh aman ka di rumah om",
            )
        ),
        *(
            (text, False)
            for text in (
                "belum bisa keluar adekku",
                "api sudah keluar dari atap, adekku masih di dalam",
                "sudah keluar darah dari hidung adekku",
                "apinya belum mati",
                "sudah tidak bisa keluar kami",
                "bapakku sudah mati",
                "kalau sudah keluar orangnya",
            )
        ),
    ],
)
def test_that_it_has_passed_is_heard_in_any_order(catalog: Catalog, text: str, passed: bool) -> None:
    assert catalog.danger.is_over(text) is passed
