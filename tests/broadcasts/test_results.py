"""What came of an announcement, as its author and the officers of its wilayah see it; the counts are the ledger's."""

from bot.core.broadcasts.shapes import Check
from bot.store.broadcasts import broadcasts, receipts
from bot.store.broadcasts import results as stored
from bot.work.broadcasts.outcome.files import table
from tests.broadcasts.crowd import buttons, here, rows, run, sent, shown, tick
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place, without_a_phone
from tests.support.phones import Someone
from tests.support.sentences import says, words
from tests.support.villages import KABUPATEN

__all__ = ["here"]

CHECK = Check("Pukul berapa mulainya?", ("08.00", "09.00"), 1)


async def test_every_row_of_the_ledger_stands_under_one_heading(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 150)
    for one in crowd[:40]:
        await here.pushes(one, f"e:paham:{number}")
    ends = ("blocked", "unreachable", "unsure", "refused", "dead", "late", "left", "stopped", "withdrawn", "dropped")
    for at, outcome in enumerate(ends, 100):
        await _end(here, crowd[at], outcome)
    told = await shown(here, officer, f"a:hasil:{number}")
    counted = {"sampai": 140, "paham": 40, "belum": 100, "blokir": 1, "jauh": 1, "belum_jelas": 1, "gagal": 3}
    counted |= {"tak_dikirim": 4, "lewat": 1, "pindah": 1, "henti": 1, "tarik": 1, "menunggu": 0, "semua": 150}
    assert told in says("siaran_hasil", n=counted, keadaan="done")
    assert sum(counted[name] for name in ("sampai", "blokir", "jauh", "belum_jelas", "gagal", "tak_dikirim")) == 150
    assert words("tombol_siaran_ingatkan", jumlah=100) in buttons(officer)
    assert words("tombol_siaran_ulang_gagal", jumlah=2) in buttons(officer)
    assert words("tombol_siaran_ulang_belum_jelas", jumlah=1) in buttons(officer)


async def _end(here: Kabupaten, one: Someone, outcome: str) -> None:
    await run(here, "UPDATE deliveries SET outcome = :o WHERE target = :t", o=outcome, t=one.id)


async def test_the_lines_of_kecamatan_and_desa_add_up_to_the_whole(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 140)
    for one in crowd[:50]:
        await here.pushes(one, f"e:paham:{number}")
    told = await shown(here, officer, f"a:hasil:{number}")
    lines = [line.rpartition(":")[2].split(" / ") for line in told.splitlines() if line.startswith("Kecamatan ")]
    assert [sum(map(int, column)) for column in zip(*lines, strict=True)] == [50, 140, 140]
    assert len(lines) == 12
    shown_desa: list[list[str]] = []
    for page in range(10):
        told = await shown(here, officer, f"a:desa:{number}:{page}")
        shown_desa += [line.rpartition(":")[2].split(" / ") for line in told.splitlines() if line.count(" / ") == 2][1:]
        if words("tombol_daftar_maju") not in buttons(officer):
            break
    assert [sum(map(int, column)) for column in zip(*shown_desa, strict=True)] == [50, 140, 140]
    roles = await shown(here, officer, f"a:peran:{number}")
    assert words("siaran_untuk_fasilitator_desa") in roles
    assert words("siaran_untuk_fasilitator_kecamatan") in roles


async def test_who_has_not_confirmed_is_named_a_page_at_a_time(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 45)
    for one in crowd[:10]:
        await here.pushes(one, f"e:paham:{number}")
    named: set[str] = set()
    for page in (0, 1):
        told = await shown(here, officer, f"a:belum:{number}:{page}")
        assert told in says("siaran_hasil_belum", jumlah=35)
        named |= {line.removeprefix("• ").partition(",")[0] for line in told.splitlines() if line.startswith("• ")}
    assert named == {one.name for one in crowd[10:]}


async def test_whom_nobody_knows_of_is_named_and_sent_to_again_on_another_tap(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 3)
    await run(here, "UPDATE deliveries SET outcome = 'unsure', uncertain = true WHERE target = :t", t=crowd[1].id)
    assert await shown(here, officer, f"a:jelas:{number}:0") in says("siaran_hasil_jelas", jumlah=1)
    assert crowd[1].name in officer.newest().text
    assert crowd[0].name not in officer.newest().text
    await here.pushes(officer, f"a:ulang:{number}:pasti")
    await tick(here)
    assert await shown(here, officer, f"a:hasil:{number}") in says("siaran_hasil", n=_counts(sampai=3, semua=3))
    assert "(mungkin dua kali)" in await shown(here, officer, f"a:jelas:{number}:0")


def _counts(**more: int) -> dict[str, int]:
    names = ("balas", "belum_jelas", "blokir", "jauh", "gagal", "tak_dikirim", "menunggu")
    return dict.fromkeys(names, 0) | more


async def test_it_says_which_answer_was_chosen_how_often(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 9, check=CHECK)
    for one in crowd[:4]:
        await here.pushes(one, f"e:jawab:{number}:1")
    for one in crowd[4:6]:
        await here.pushes(one, f"e:jawab:{number}:0")
    told = await shown(here, officer, f"a:hasil:{number}")
    chosen = [{"pilihan": "08.00", "jumlah": 2, "benar": False}, {"pilihan": "09.00", "jumlah": 4, "benar": True}]
    assert told in says("siaran_hasil", cek={"tanya": CHECK.question, "jawaban": chosen}, n=_counts(paham=4, belum=5))


async def test_after_putting_right_it_says_how_many_changed_were_followed_and_failed(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 12)
    await run(here, "UPDATE deliveries SET outcome = 'unsure', message_id = NULL WHERE target = :t", t=crowd[1].id)
    crowd[2].way = "memblokir"
    await here.pushes(officer, f"a:ralat:{number}")
    await here.says(officer, "Pindah ke pukul 10.00.")
    await here.presses(officer, officer.newest(), words("form.siaran_ralat.kirim"))
    told = await shown(here, officer, f"a:hasil:{number}")
    assert told in says("siaran_hasil", ralat={"ditarik": False, "sudah": 0, "baru": 0, "gagal": 0, "sedang": 12})
    await tick(here)
    told = await shown(here, officer, f"a:hasil:{number}")
    assert told in says("siaran_hasil", ralat={"ditarik": False, "sudah": 10, "baru": 1, "gagal": 1, "sedang": 0})
    await here.pushes(officer, f"a:tarik_ya:{number}")
    await tick(here)
    told = await shown(here, officer, f"a:hasil:{number}")
    assert told in says(
        "siaran_hasil", keadaan="withdrawn", ralat={"ditarik": True, "sudah": 10, "baru": 1, "gagal": 1}
    )
    assert words("tombol_siaran_ralat") not in buttons(officer)
    assert words("tombol_siaran_tarik") not in buttons(officer)


async def test_its_author_and_the_officers_of_its_wilayah_look_at_it_and_nobody_else(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 140)
    other, camat = await without_a_phone(
        here, [Place("Ramlah", "bappeda", KABUPATEN), Place("Camat", "camat", f"{KABUPATEN}.01")]
    )
    verbs = ("hasil:{}", "desa:{}:0", "peran:{}", "belum:{}:0", "jelas:{}:0")
    for verb in verbs:
        data = f"a:{verb.format(number)}"
        assert crowd[0].name not in await shown(here, camat, data)
        assert not camat.phone
        assert await shown(here, other, data)
        other.phone.clear()
    assert officer.phone


async def test_whoever_answered_in_words_counts_as_having_answered_and_is_not_chased(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 3)
    at = (await rows(here, "SELECT message_id FROM deliveries WHERE target = :t", t=crowd[0].id))[0][0]
    old = {"message_id": at, "date": 1, "chat": {"id": crowd[0].address, "type": "private"}, "text": "…"}
    await here.posts(crowd[0], {"text": "saya bisa ikut besok bu", "reply_to_message": old})
    assert officer.newest().text in says("siaran_balasan", isi="saya bisa ikut besok bu")
    told = await shown(here, officer, f"a:hasil:{number}")
    assert told in says("siaran_hasil", n=_counts(paham=0, balas=1, belum=2))
    names = await shown(here, officer, f"a:belum:{number}:0")
    assert crowd[0].name not in names
    assert crowd[1].name in names
    await here.pushes(officer, f"a:ingatkan:{number}")
    assert officer.newest().text in says("siaran_diingatkan", jumlah=2)
    await tick(here)
    assert not any(one.text in says("siaran_ingatkan") for one in crowd[0].phone.values())
    async with here.database.read() as connection:
        listed = await stored.recipients(connection, number, KABUPATEN, 9)
        one = await broadcasts.one(connection, number)
        wrote = await receipts.words_of_each(connection, number)
    assert one is not None
    answers = {row[0]: row[8] for row in table(here.office, one, listed, wrote=wrote)["sheets"][0]["rows"]}
    assert answers == {crowd[0].name: "saya bisa ikut besok bu", crowd[1].name: "", crowd[2].name: ""}
