"""What moves is shown before a handover and after it; half-written titip go along; others hear that it happened."""

from bot.simulator.chats import Person
from bot.store.database.ids import new_id
from bot.store.tables import field_checks, questions
from tests.roles.conftest import DESA, Office, code_in
from tests.roles.test_handover import code_for, id_of, own_code, put_usulan
from tests.support.sentences import mentions, says, words


async def begin_titip(office: Office, typist: Person) -> None:
    """Up to the question how it was agreed."""
    await office.ask(typist, "/titip", "suara siapa")
    await office.ask(typist, "Nenek Rabi", "Perempuan atau laki-laki")


async def test_what_moves_is_seen_before_and_after_and_a_half_written_titip_goes_along(any_office: Office) -> None:
    office = any_office
    old = await office.join("Rahman", "fasilitator_desa")
    old_id = await id_of(office, old)
    await put_usulan(office, 1, typed_by=old_id)
    await put_usulan(office, 2, year=2025, code="ENR-25-MAI-0002", read_at=office.town.simulator.stage.clock.now())
    await begin_titip(office, old)
    await office.ask(old, "/serahkan", "sekarang bertugas")
    before = (await office.press(old, words("tombol_serahkan_saya"), mentions("ingatan_desa")))["text"]
    for told in ("Yang pindah dari Rahman", "1 usulan menunggu dibaca", "1 titipan baru setengah ditulis",
                 "1 orang harus dikabari langsung", "Maiwa 1", "2025: 1"):  # fmt: skip
        assert told in before
    assert await office.town.rows("SELECT 1 FROM invites WHERE replaces IS NOT NULL") == []
    code = code_in(await office.press(old, words("tombol_ya_serahkan"), "Kode:"))
    new = office.town.simulator.add_person("Nur")
    await office.ask(new, code, "meneruskan tugas Rahman")
    after = (await office.hears(new, mentions("ingatan_desa")))["text"]
    for told in ("1 usulan menunggu dibaca", "1 titipan baru setengah ditulis", "Maiwa 1", "2025: 1"):
        assert told in after
    await office.press(new, words("tombol_lanjutkan"), "Perempuan atau laki-laki")
    await office.press(new, "Perempuan", "18 tahun")
    owners = await office.town.rows("SELECT person_id FROM conversations WHERE flow = 'titip'")
    assert [row[0] for row in owners] == [await id_of(office, new)]


async def test_whoever_began_it_and_the_kecamatan_hear_that_it_happened(any_office: Office) -> None:
    office = any_office
    await office.join("Rahman", "fasilitator_desa")
    ani, ratna = await office.join("Ani", "fasilitator_kecamatan"), await office.join("Ratna", "fasilitator_kecamatan")
    new = office.town.simulator.add_person("Nur")
    await office.ask(new, await code_for(office, ani, "Rahman"), "meneruskan tugas Rahman")
    told = await office.hears(ani, mentions("serah_terima_kabar"))
    assert "Nur meneruskan tugas Rahman" in told["text"]
    waiting = await office.town.rows("SELECT person_id FROM notices WHERE kind = 'serah_terima'")
    assert [row[0] for row in waiting] == [await id_of(office, ratna)]
    await office.town.stop()
    tomorrow = office.town.simulator.stage.clock.now().replace(hour=2)  # ten in the morning there
    await office.town.simulator.move_clock(
        by=86_400 + (tomorrow - office.town.simulator.stage.clock.now()).total_seconds()
    )
    await office.town.start()
    await office.town.simulator.wait_for(ratna, "Nur meneruskan tugas Rahman", timeout=15, since=0)


async def test_a_slip_is_no_use_to_whoever_wrote_it_down_and_was_replaced(any_office: Office) -> None:
    office = any_office
    old = await office.join("Rahman", "fasilitator_desa")
    slip = await whole_titip(office, old)
    new = office.town.simulator.add_person("Nur")
    await office.ask(new, await own_code(office, old), "meneruskan tugas Rahman")
    await office.ask(old, slip, mentions("titip_kode_sendiri"))
    assert await office.town.rows("SELECT 1 FROM usulan WHERE person_id IS NOT NULL") == []
    rabi = office.town.simulator.add_person("Rabi")
    await office.ask(rabi, slip, "Maiwa 1")


async def whole_titip(office: Office, typist: Person) -> str:
    """The code on the slip."""
    simulator = office.town.simulator
    await begin_titip(office, typist)
    for label, said in (
        ("Perempuan", "18 tahun"),
        ("Sudah 18 tahun", "Apakah setuju?"),
        ("Setuju, ada saksi", "menyaksikan"),
    ):
        await office.press(typist, label, said)
    await office.ask(typist, "Bu Kader", "Dusun")
    await office.ask(typist, "Jambu", "Pakai")
    await office.press(typist, words("tombol.pakai_nama"), "ceritakan")
    await office.ask(typist, "Mata air jauh, 23 rumah ambil air jalan kaki.", "harapkan")
    await office.ask(typist, "Pipa dari mata air ke bak.", "foto")
    await office.press(typist, words("tombol.cukup"), "Bacakan keras-keras")
    await office.press(typist, words("tombol.kirim"), "")
    slip = await simulator.wait_for(typist, "LEMBAR USULAN", timeout=15)
    return str(slip["text"].partition("milik sendiri:\n")[2][:9])


async def test_an_open_question_goes_along_and_the_year_that_was_served_stays(office: Office) -> None:
    old = await office.join("Rahman", "fasilitator_desa")
    sitti = office.town.simulator.add_person("Sitti")
    await office.ask(sitti, "/start", lambda message: True)
    row = {
        "id": new_id(),
        "person_id": await id_of(office, sitti),
        "words": "kapan pipanya dikerjakan",
        "kecamatan": "73.16.01",
    }
    row |= {"desa": DESA, "alone": False, "unnamed": False, "asked_at": office.town.simulator.stage.clock.now()}
    async with office.town.database.write() as connection:
        await connection.execute(questions.insert(), row)
    code = await own_code(office, old)
    assert "kapan pipanya dikerjakan" in office.town.simulator.said(old)[-2] + office.town.simulator.said(old)[-3]
    new = office.town.simulator.add_person("Nur")
    await office.ask(new, code, "meneruskan tugas Rahman")
    assert "kapan pipanya dikerjakan" in (await office.hears(new, mentions("ingatan_desa")))["text"]
    await office.ask(old, "/pengabdian", says("pengabdian_kosong"))
    await office.ask(sitti, "/pengabdian", says("pengabdian_belum_pernah"))


async def test_an_open_check_in_the_field_goes_along(any_office: Office) -> None:
    office = any_office
    old, now = await office.join("Rahman", "fasilitator_desa"), any_office.town.simulator.stage.clock.now()
    who = await id_of(office, old)
    await put_usulan(office, 7)
    ((usulan_id,),) = await office.town.rows("SELECT id FROM usulan")
    row = {"id": new_id(), "usulan_id": usulan_id, "depth": "pendek", "stage": "tercatat", "state": "given"}
    row |= {"given_by": who, "given_to": who, "given_at": now, "due_at": now}
    async with office.town.database.write() as connection:
        await connection.execute(field_checks.insert(), row)
    code = await own_code(office, old)
    assert any("Uji silang yang belum selesai: Maiwa 7" in told for told in office.town.simulator.said(old)[-3:])
    new = office.town.simulator.add_person("Nur")
    await office.ask(new, code, "meneruskan tugas Rahman")
    told = await office.hears(new, mentions("ingatan_desa"))
    assert "Uji silang yang belum selesai: Maiwa 7" in told["text"]
    heir = await id_of(office, new)
    assert await office.town.rows("SELECT given_by, given_to, state FROM field_checks") == [(heir, heir, "given")]
