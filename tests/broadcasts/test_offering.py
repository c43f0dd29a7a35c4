"""What an officer forwards or begins with "umumkan" is offered as an announcement; on *Bukan* it goes the way that it
would have gone."""

import json

import pytest

from bot.simulator.chats import Person
from tests.broadcasts.desk import asks, write
from tests.journeys.villagers import photo
from tests.roles.conftest import Office
from tests.support.sentences import mentions, says, words

_OFFER = mentions("form.siaran_tawaran.jadi.tanya")
_YES, _NO = "Jadikan siaran", "Bukan"
_STORY = "Jalan ke kebun kami longsor sejak minggu lalu, mobil tidak bisa lewat."


async def _pesan(office: Office) -> dict[str, object]:
    """The message of the open form."""
    rows = await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    found: dict[str, object] = json.loads(rows[0][0])["answers"]["pesan"]["value"]
    return found


async def _forward(office: Office, person: Person, text: str) -> None:
    sender = office.telegram.add_person("Pengirim")
    told = await office.telegram.say(sender, text)
    await office.telegram.forward(person, told)


async def test_a_forwarded_text_waits_for_the_press_and_is_the_message(any_office: Office) -> None:
    office = any_office
    hasnah = await office.join("Hasnah", "bappeda")
    await _forward(office, hasnah, "Musrenbang <kecamatan> 14 Januari & {jam}")
    await office.hears(hasnah, _OFFER)
    await office.town.begin_again()
    await office.press(hasnah, _YES, asks("peran"))
    assert (await _pesan(office))["html"] == "Musrenbang &lt;kecamatan&gt; 14 Januari &amp; {jam}"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("umumkan: besok rapat di aula", "besok rapat di aula"),
        ("Pengumuman. Rapat pindah ke aula", "Rapat pindah ke aula"),
        ("tolong umumkan rapat di desa jam sembilan", "rapat di desa jam sembilan"),
    ],
)
async def test_who_says_umumkan_goes_on_with_what_stands_behind_it(office: Office, typed: str, message: str) -> None:
    camat = await office.join("Nurdin", "camat")
    await office.ask(camat, typed, _OFFER)
    await office.press(camat, _YES, asks("peran"))
    assert (await _pesan(office))["html"] == message


@pytest.mark.parametrize(
    "typed", ["pengumuman", "umumkan rapat", "mau umumkan", "mau kirim pengumuman ke semua fasilitator desa"]
)
async def test_who_only_says_that_they_want_to_is_asked_for_the_words(office: Office, typed: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, typed, asks("pesan"))
    asked = "tingkat" if "fasilitator" in typed else "peran"
    await office.ask(hasnah, "Rapat hari Kamis jam 9 di aula, mohon hadir", asks(asked))
    assert (await _pesan(office))["html"] == "Rapat hari Kamis jam 9 di aula, mohon hadir"


@pytest.mark.parametrize(
    ("typed", "whom", "asked"),
    [
        ("kirim ke fasilitator kecamatan maiwa besok rapat di aula", ("fasilitator_kecamatan", "73.16.01"), True),
        ("kirim ke semua fasilitator desa di Maiwa besok rapat di aula", ("fasilitator_desa", "73.16.01"), True),
        ("umumkan kepada camat: besok rapat di aula", ("camat", None), False),
        ("kasih tau fasilitator desa maiwa besok rapat di aula", ("fasilitator_desa", "73.16.01"), True),
    ],
)
async def test_whom_it_is_for_is_taken_from_the_sentence(
    office: Office, typed: str, whom: tuple[str, str | None], asked: bool
) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, typed, _OFFER)
    await office.press(hasnah, _YES, asks("diminta" if asked else "tingkat"))
    ((state,),) = await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    told = {key: answer["value"] for key, answer in json.loads(state)["answers"].items()}
    assert (await _pesan(office))["html"] == "besok rapat di aula"
    assert [one["value"] for one in told["peran"]] == [whom[0]]
    assert next((one["value"] for one in told.get("beberapa", ())), None) == whom[1]


async def test_done_is_nothing_that_is_asked_of_them(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "kirim ke fasilitator kecamatan maiwa besok rapat di aula", _OFFER)
    await office.press(hasnah, _YES, asks("diminta"))
    await office.ask(hasnah, "selesai", mentions("form.siaran.tinjau"))
    ((state,),) = await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    assert "diminta" not in json.loads(state)["answers"]


async def test_the_word_siaran_alone_opens_the_list(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "siaran", says("siaran_daftar"))


async def test_a_letter_is_offered_whether_it_is_forwarded_or_not(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.document(hasnah, b"%PDF-1.4 surat", _OFFER, "surat.pdf", "application/pdf")
    await office.press(hasnah, _YES, asks("peran"))
    media = (await _pesan(office))["media"]
    assert isinstance(media, dict)
    assert media["what"] == "document"


async def test_of_another_letter_it_is_asked_instead_of_the_first(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.document(hasnah, b"%PDF-1.4 pertama", _OFFER, "pertama.pdf", "application/pdf")
    await office.telegram.document(hasnah, b"%PDF-1.4 edaran", "edaran.pdf", "application/pdf", "surat edaran")
    await office.hears(hasnah, mentions("siaran_yang_baru"))
    await office.press(hasnah, _YES, asks("peran"))
    pesan = await _pesan(office)
    assert "surat edaran" in str(pesan["html"])
    sent = [one["document"] for one in office.telegram.messages(hasnah) if not one["outgoing"] and "document" in one]
    assert isinstance(pesan["media"], dict)
    assert pesan["media"]["file_id"] == sent[-1]["file_id"]


async def test_a_forwarded_album_is_one_offer_and_its_first_picture(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    sender = office.telegram.add_person("Pengirim")
    sent = [await office.telegram.photo(sender, photo(colour=c), album="x") for c in ("olive", "navy")]
    for one in sent:
        content = {key: one[key] for key in ("photo", "media_group_id")}
        await office.telegram.post(hasnah, content | {"forward_origin": _origin(sender)})
    await office.hears(hasnah, _OFFER)
    await office.settle()
    assert sum(one in _OFFER for one in office.texts(hasnah)) == 1
    await office.press(hasnah, _YES, asks("peran"))
    media = (await _pesan(office))["media"]
    assert isinstance(media, dict)
    assert media["file_id"] == sent[0]["photo"][-1]["file_id"]


def _origin(sender: Person) -> dict[str, object]:
    return {"type": "user", "date": 1, "sender_user": sender.as_user()}


@pytest.mark.parametrize("order", ["tolong kirim surat ini", "kirimkan foto tadi"])
async def test_what_was_sent_before_is_announced_with_the_words_behind_the_order(office: Office, order: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.telegram.photo(hasnah, photo(), None)
    await office.hears(hasnah, mentions("menu_awal"))
    told = f"{order} ke fasilitator desa maiwa rapat kamis jam 9 di aula"
    await office.ask(hasnah, told, asks("diminta"))
    message = await _pesan(office)
    assert message["html"] == "rapat kamis jam 9 di aula"
    assert message["media"]


async def test_what_is_too_long_is_said_to_be_and_asked_for(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await _forward(office, hasnah, "x" * 3100)
    await office.hears(hasnah, _OFFER)
    await office.press(hasnah, _YES, mentions("mesin.terlalu_panjang", panjang=3100))


async def test_on_no_it_is_what_it_would_have_been_for_who_has_agreed(office: Office) -> None:
    ani = await office.join("Ani", "fasilitator_kecamatan")
    await office.ask(ani, "/mulai", says("izin"))
    await office.press(ani, words("tombol_setuju"), mentions("form.usulan.kecamatan.tanya"))
    await office.ask(ani, "/batal", says("draf_dibatalkan"))
    await _forward(office, ani, _STORY)
    await office.hears(ani, _OFFER)
    await office.press(ani, _NO, says("menu_awal", bingung=_STORY))
    shown = await office.press(ani, words("tombol_menu_jadikan_usulan"), mentions("mesin.ini_ceritanya"))
    assert _STORY in shown["text"]


async def test_on_no_it_waits_for_consent_of_who_has_not_agreed_and_is_read_after_it(any_office: Office) -> None:
    office = any_office
    ani = await office.join("Ani", "fasilitator_kecamatan")
    await _forward(office, ani, _STORY)
    await office.hears(ani, _OFFER)
    await office.press(ani, _NO, says("menu_awal", bingung=_STORY))
    await office.press(ani, words("tombol_menu_jadikan_usulan"), mentions("izin"))
    shown = await office.press(ani, words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    assert _STORY in shown["text"]


async def test_danger_in_forwarded_words_is_heard_on_no(office: Office) -> None:
    ani = await office.join("Ani", "fasilitator_kecamatan")
    await _forward(office, ani, "Rumah warga terbakar sekarang, tolong!")
    await office.hears(ani, _OFFER)
    told = await office.press(ani, _NO, mentions("bahaya.kebakaran"))
    assert told


@pytest.mark.parametrize("typed", ["pengumuman hasil musrenbang kapan?", "ada pengumuman baru dari desa"])
async def test_a_question_and_a_word_in_passing_are_no_beginning(office: Office, typed: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    told = await office.answers(hasnah, typed)
    assert told
    assert not any(one in _OFFER for one in told)


async def test_nobody_else_is_offered_anything(office: Office) -> None:
    rahman, villager = await office.join("Rahman", "fasilitator_desa"), office.telegram.add_person("Sitti")
    for person in (rahman, villager):
        await _forward(office, person, "umumkan: besok rapat di aula")
        await office.settle()
        assert office.texts(person)
        assert not any(one in _OFFER for one in office.texts(person))


async def test_a_forwarded_message_answers_what_is_open(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "/siaran", says("siaran_daftar"))
    await office.press(hasnah, words("tombol_siaran_baru"), asks("pesan"))
    await _forward(office, hasnah, "Rapat besok")
    await office.hears(hasnah, asks("peran"))


async def test_a_question_is_no_yes_to_the_offer(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(
        hasnah, "kirim ke fasilitator maiwa format laporan ada di grup", mentions("form.siaran_tawaran.jadi.tanya")
    )
    await office.telegram.say(hasnah, "apa saja siaran yang akan dikirim")
    await office.settle()
    assert await office.town.rows("SELECT flow FROM conversations") == [("siaran_tawaran",)]


@pytest.mark.parametrize("typed", ["iya betul kirim", "ya", "minta petugas kedua"])
async def test_a_yes_and_the_label_at_the_last_step_ask_the_second_officer(office: Office, typed: str) -> None:
    hasnah, _ = await office.join("Hasnah", "bappeda"), await office.join("Baso", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await write(office, hasnah, where=())
    if typed == "minta petugas kedua":
        await office.ask(hasnah, "menu", lambda message: True)
    await office.ask(hasnah, typed, says("siaran_menunggu", kepada=["Baso"]))


async def test_whom_it_is_for_at_the_end_of_a_caption_is_none_of_its_words(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    caption = "surat undangan rapat kamis jam 9 tolong sampaikan ke semua fasilitator"
    await office.telegram.photo(hasnah, photo(), caption)
    await office.hears(hasnah, _OFFER)
    await office.ask(hasnah, "iya jadikan", asks("tingkat"))
    await office.ask(hasnah, "seluruh kabupaten", asks("diminta"))
    seen = await office.press(hasnah, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    assert "sampaikan" not in seen["text"]
    assert "Fasil. desa, Fasil. kec." in seen["text"]


async def _with_letter(office: Office) -> Person:
    """At the message of an announcement that has a photo, which is to be another."""
    hasnah = await office.join("Hasnah", "bappeda")
    await office.telegram.photo(hasnah, photo(), "surat undangan untuk semua fasilitator rapat 8 desember mohon hadir")
    await office.hears(hasnah, _OFFER)
    await office.press(hasnah, _YES, asks("peran"))
    await office.ask(hasnah, "semua fasilitator", asks("diminta"))
    await office.ask(hasnah, "cukup", mentions("form.siaran.tinjau"))
    await office.press(hasnah, words("tombol.ubah"), mentions("mesin.ubah_yang_mana"))
    await office.ask(hasnah, "pesan", asks("pesan"))
    return hasnah


async def test_other_words_leave_the_photo_where_it_is(office: Office) -> None:
    hasnah = await _with_letter(office)
    await office.ask(hasnah, "rapat 9 desember, mohon dibaca", mentions("form.siaran.tinjau"))
    message = await _pesan(office)
    assert (message["html"], bool(message["media"])) == ("rapat 9 desember, mohon dibaca", True)


async def test_the_photo_goes_where_that_is_said(office: Office) -> None:
    hasnah = await _with_letter(office)
    await office.ask(hasnah, "tanpa foto", mentions("form.siaran.tinjau"))
    message = await _pesan(office)
    assert (str(message["html"])[:14], message["media"]) == ("surat undangan", None)


async def test_whom_and_what_in_one_sentence_are_shown_at_once_as_a_recipient_sees_them(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await office.ask(hasnah, "kirim ke fasilitator desa maiwa besok rapat di aula", _OFFER)
    await office.ask(hasnah, "langsung saja", says("siaran_langsung_contoh"))
    await office.settle()
    assert await office.town.rows("SELECT state, scope FROM broadcasts") == [("draft", "73.16.01")]
    assert await office.town.rows("SELECT flow FROM conversations") == []


async def test_what_is_missing_is_asked_where_the_sample_is_wanted_at_once(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "umumkan kepada camat: besok rapat di aula", _OFFER)
    await office.ask(hasnah, "langsung saja", asks("tingkat"))
    assert await office.town.rows("SELECT state FROM broadcasts") == []
