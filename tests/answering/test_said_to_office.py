"""What is said to the office in the middle of telling: it is answered by what is true of whoever says it, and is no
part of what is told."""

import json

from bot.core.understanding.declining import declines, refuses
from bot.core.usulan.said_to_office import heard_in
from tests.answering.conftest import Village
from tests.support.content import catalog_of
from tests.support.sentences import mentions, says, words

_SEEN = says("tanya_rahasia", tanpa_nama=True)
_SAID = {
    "rahman bisa lihat nama sy tidak??": ("tanya_rahasia", ""),
    "jadi siapa yg tau itu sy?": ("tanya_rahasia", ""),
    "siapa aja yg tau nama gw?": ("tanya_rahasia", ""),
    "siapa saja yang tahu nama saya": ("tanya_rahasia", ""),
    "siapa yg tau kalau sy yg lapor? pak dusun bisa lihat?": ("tanya_rahasia", ""),
    "loh tadi katanya tdk disebut. kenapa rahman lihat namaku": ("tanya_rahasia", ""),
    "jembatan putus. namaku kelihatan kah": ("tanya_rahasia", "jembatan putus."),
    "hp ku jgn dititip juga": ("nomor_sendiri", ""),
    "bukan hp orang lain, maksudnya nomor hp ku jgn dikasi siapa2": ("nomor_sendiri", ""),
    "jembatan putus. jangan sebar nomorku pak": ("nomor_sendiri", "jembatan putus."),
    "nomor polisi ada kak? atau siapa bisa sy telpon": ("nomor_darurat", ""),
    "polisi nomornya berapa kak": ("nomor_darurat", ""),
    "minta nomor telepon ambulans": ("nomor_darurat", ""),
    "jembatan putus. nomor pln berapa": ("nomor_darurat", "jembatan putus."),
    "minta sama siapa alasannya": ("tanya_ditolak", ""),
    "kalau ditolak lagi sy datangi kantormu bawa parang": ("ancaman", ""),
    "jalan tani rusak, kubakar kantormu": ("ancaman", "jalan tani rusak"),
}
_TOLD = (
    "kenapa namaku salah tulis, hasna bukan hasnah?",
    "namaku tidak ada di daftar bansos, siapa yang lihat?",
    "kantor desa terbakar, kami minta dibangun lagi",
    "warga sini butuh parang dan cangkul",
    "siapa yang tahu kapan jalan ini diperbaiki?",
    "telepon ke hp sy jangan malam-malam",
    "jangan bagi air ke desa lain",
    "nomor rumah warga tidak ada, kalau ambulans datang bingung cari",
    "sudah lapor polisi berapa kali, tidak ada yang datang",
    "pln belum masuk, sudah berapa nomor antrian kami",
    "alasannya karena anak sekolah lewat situ",
)
_DECLINES = {
    "ndak mau sy sebut dusunnya nanti ketahuan": True,
    "lewati saja dusunnya": True,
    "tidak mau, takut ketahuan": True,
    "kan sdh sy bilang ndak mau sebut dusun": True,
    "jgn ditanya itu": True,
    "keberatan ka": True,
    "jangan bilang suamiku": False,
    "tidak mau dipindah, jalannya rusak": False,
    "40 orang, tidak bisa disebut satu-satu": False,
    "apa tidak mau jawab?": False,
    "tidak tau": False,
}
_REFUSES = {
    "keberatan ka": True,
    "tdk usah dusun": True,
    "tidak perlu mi dusunnya kak": True,
    "jangan": False,
    "keberatan warga banyak": False,
    "tidak usah pagar": False,
    "tidak usah?": False,
}


def test_it_is_told_from_what_belongs_to_a_story() -> None:
    world = catalog_of().world
    assert _SAID == {line: heard_in(world, line) for line in _SAID}
    assert [] == [line for line in _TOLD if heard_in(world, line) is not None]
    assert _DECLINES == {line: declines(line, world) for line in _DECLINES}
    assert _REFUSES == {line: refuses(line, "Dusun", world) for line in _REFUSES}


async def test_who_wants_no_name_hears_that_nobody_sees_it_and_none_of_it_is_told(either_village: Village) -> None:
    town = either_village.town
    sitti = town.simulator.add_person("Sitti")
    await town.start_chat(sitti, says("izin"))
    await town.ask(sitti, "siapa yg tau kalau sy yg lapor?", says("tanya_rahasia", tanpa_nama=False))
    await town.ask(sitti, "nomor polisi berapa kak", says("nomor_darurat"))
    await town.ask(sitti, "jangan sebut namaku nah", says("nama_sendiri_tidak_disebut"))
    await town.ask(sitti, "jadi siapa yg tau itu sy?", _SEEN)
    await town.press(sitti, words("tombol_setuju"), "kecamatan")
    await town.ask(sitti, "maiwa tuncung", "Dusun")
    await town.ask(sitti, "nomorku jangan disebar", says("nomor_sendiri"))
    await either_village.hears(sitti, "Dusun")
    await town.ask(sitti, "ndak mau sy sebut dusunnya nanti ketahuan", "ceritakan")
    await town.ask(sitti, "Jalan ke pasar rusak. rahman bisa lihat nama sy tidak??", _SEEN)
    await either_village.hears(sitti, "harapkan")
    await town.ask(sitti, "kalau ditolak lagi sy datangi kantormu bawa parang", says("ancaman"))
    await town.ask(sitti, "dicor, telpon 081355500198", "foto")
    await town.ask(sitti, "nomorku jangan disebar", mentions("mesin.hapus_bagian"))
    await town.ask(sitti, "minta nomor ambulans", says("nomor_darurat"))
    await town.ask(sitti, "silakan dicatat", "foto")
    await either_village.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await town.ask(sitti, "loh tadi katanya tdk disebut. kenapa rahman lihat namaku", _SEEN)
    await either_village.press(sitti, words("tombol.kirim"), says("tanda_terima"))
    await town.ask(sitti, "rahman bisa lihat nama sy tidak??", _SEEN)
    ((told,),) = await town.rows("SELECT answers FROM usulan")
    assert {"kecamatan", "desa", "cerita", "harapan"} == json.loads(told).keys()
    assert json.loads(told)["cerita"] == {"text": "Jalan ke pasar rusak."}
    assert json.loads(told)["harapan"] == {"text": "dicor, telpon"}


async def test_what_is_asked_before_the_yes_is_answered_and_begins_no_story(village: Village) -> None:
    town = village.town
    sitti = town.simulator.add_person("Sitti")
    await town.start_chat(sitti, says("izin"))
    await town.ask(sitti, "bapakku lagi kerja di malaysia. tidak apa2?", says("tanya_lain"))
    await village.hears(sitti, says("izin_menunggu"))
    await town.press(sitti, words("tombol_setuju"), mentions("form.tanya_di_mana.kecamatan.tanya"))
    assert await town.rows("SELECT flow FROM conversations") == [("tanya_di_mana",)]
