"""What a conversation may look at besides itself: places, people, the clock, and how things are said."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, time
from functools import partial
from typing import Any, Self

from bot.core.forms.say import Words
from bot.core.listening.guessing import Guesser
from bot.core.listening.shapes import Ear
from bot.core.places.places import Places
from bot.core.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may read what is told; `role` by the name the access table gives it."""

    id: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Readers:
    """`nearest` read it unless the person chooses one of `others`."""

    nearest: tuple[Reader, ...] = ()
    others: tuple[Reader, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A kind of occasion whose date this person may set. `lists`: the kinds of wilayah that hold it; `within`: the
    wilayah in which this person may set it; `usual`: months in which it usually is held, as people say them. `also`:
    what else it is called, in whole phrases."""

    key: str
    name: str
    name_kelurahan: str
    lists: tuple[str, ...]
    within: tuple[str, ...]
    stage: bool = False
    usual: str = ""
    also: tuple[str, ...] = ()


class Sorts(dict[str, frozenset[str]]):
    """The words of one table, by sort. A world without content has no words; a sort that a table lacks is a slip."""

    def __missing__(self, sort: str) -> frozenset[str]:
        if self:
            raise KeyError(sort)
        return frozenset()


@dataclass(frozen=True, slots=True)
class Where:
    """From which table of content/kata/tombol.toml a field is read, and which of its sorts; empty = all of them."""

    kind: type
    table: str
    sort: str = ""


def _said(kind: type, table: str, sort: str = "") -> Any:
    return field(default_factory=kind, metadata={"where": Where(kind, table, sort)})


#: All sorts of a table; of words by what they are called, the name by each word; one sort; one in its order.
_table, _names, _words, _in_order = (partial(_said, kind) for kind in (Sorts, dict, frozenset, tuple))


@dataclass(frozen=True)
class World:
    """What a conversation may look at besides itself: a new table of words needs one field here, with its line."""

    places: Places
    spellings: Vocabulary
    #: Typed words (normalised) that act as a button does.
    words: Mapping[str, str] = _names("tombol")
    #: Words with which a question begins, with which it ends, and what ends like one and is none.
    asking: tuple[str, ...] = ()
    asking_at_last: frozenset[str] = _words("bertanya", "akhir")
    asking_inside: frozenset[str] = _words("bertanya", "di_dalam")
    not_asking: frozenset[str] = _words("bertanya", "bukan")
    #: Of the place that was named; None while nobody has looked them up.
    readers: Readers | None = None
    #: Where the person is, with the name of the clock there ("WITA") and what it shows.
    today: date | None = None
    zone: str = ""
    now: time | None = None
    #: The wilayah from which places are chosen; empty = anywhere.
    scopes: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    #: What somebody outside the form found in the answers, told on the review card.
    findings: tuple[Words, ...] = ()
    #: Questions that there is nothing to ask of this person.
    needless: frozenset[str] = frozenset()
    #: Whether one more usulan may wait beside what is told now.
    next_ones: bool = False
    #: Who understands what people do by words; None = only buttons' own words count.
    ear: Ear | None = None
    #: What an officer may mean of an announcement; None = nothing is guessed.
    guesser: Guesser | None = None

    # --- words, by what they do in a sentence -------------------------------------------------------------------------
    #: By which people name themselves, and polite ones.
    oneself: frozenset[str] = _words("diri", "kata")
    #: By which they say that they will ask somebody first, and what stands before it.
    asking_first: Sorts = _table("tanyakan_dulu")
    #: With which an officer begins to tell something to many, to whom, what stands around it, and that it must stop.
    announcing: tuple[str, ...] = _in_order("umumkan", "awal")
    addressing: frozenset[str] = _words("umumkan", "kepada")
    halting: tuple[str, ...] = _in_order("hentikan_siaran", "kata")
    #: Words by which no announcement is known from another; that one is taken back; by which it is called.
    beside_halting: frozenset[str] = _words("hentikan_siaran", "isi")
    withdrawing: frozenset[str] = _words("hentikan_siaran", "tarik")
    announcements: frozenset[str] = _words("hentikan_siaran", "sebut")
    #: Of words that begin one: before and within them, and for whom it is.
    announced: Sorts = _table("umumkan")
    #: More of the words by which it must stop, by what they want.
    stopping: Sorts = _table("hentikan_siaran")
    #: That one must not leave as it is: surely, likely, and what tells no reason.
    objecting: Sorts = _table("tolak_siaran")
    #: A yes to one button, in a sentence: its words, what holds it back, what stands beside it and grows to words.
    agreeing: Sorts = _table("setuju")
    #: Marks that are dictated as words, and the words behind which "titik" is a spot.
    dictated: Sorts = _table("dikte")
    #: Below an invitation to a training: that they come, or not; that they ask; what makes neither of it.
    invited: Sorts = _table("undangan_pelatihan")
    finding: tuple[str, ...] = _in_order("cari", "awal")
    pointing: Sorts = _table("menunjuk")
    #: What a desa asks of the kabupaten, as its people call that sheet.
    petitions: tuple[str, ...] = _in_order("du_rkp", "kata")
    commands: Mapping[str, str] = _names("perintah")  # other names of them
    #: What is done with an usulan that is named by its number, by the verb of its button.
    numbered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Before an usulan of theirs that somebody names, and between these and its number.
    sent: tuple[str, ...] = _in_order("usulan_terkirim", "kata")
    numbers: tuple[str, ...] = _in_order("usulan_terkirim", "nomor")
    #: That somebody has understood, and what may stand beside it.
    grasping: frozenset[str] = _words("paham", "kata")
    nodding: frozenset[str] = _words("paham", "iringan")
    noting: Sorts = _table("paham")
    #: By which whoever announced answers one who wrote back.
    replying: Sorts = _table("jawab_siaran")
    #: That somebody was taught to use this telephone, which is theirs then, unless it is borrowed all the same.
    taught: Sorts = _table("diajari")
    #: That something is done, and what may stand beside it; that it is not done yet, or when it will be.
    finished: frozenset[str] = _words("sudah_selesai", "kata")
    with_finished: frozenset[str] = _words("sudah_selesai", "iringan")
    put_off: Sorts = _table("belum_dikerjakan")
    #: That a task is to be somebody else's.
    handing_tasks: Sorts = _table("tugas_diserahkan")
    #: That somebody is not there for days.
    away: Sorts = _table("tidak_di_tempat")
    #: By which something is asked of a meeting's screen, with its name; other words for its buttons, with their verbs,
    #: for printing one of its papers, and for the buttons under a result.
    hall: Mapping[str, str] = _names("rapat")
    hall_buttons: Mapping[str, str] = _names("tombol_rapat")
    printing: Sorts = _table("cetak_kertas")
    results: Mapping[str, str] = _names("tombol_hasil")
    numbering: Sorts = _table("nomor_hasil")  # between the numbers of several usulan, and between their results
    #: By which a meeting says in which order it wants them.
    ranking: Sorts = _table("urutan_hasil")
    #: That a thing comes beside another, and not in its place.
    added: Sorts = _table("tambahan")
    #: Which one of a list, in figures.
    positions: Mapping[str, str] = _names("urutan")
    #: For whoever teaches, behind which a question to them stands; what is said under a lesson.
    teachers: tuple[str, ...] = _in_order("pelatih", "kata")
    #: With which it is said that something is not for them, and what may stand between.
    not_teachers: frozenset[str] = _words("pelatih", "bukan")
    before_teachers: frozenset[str] = _words("pelatih", "antara")
    learning: Sorts = _table("di_pelajaran")
    #: By which a meeting does not take place; what stands before why, and what is none; before its name, and for any.
    cancelling: frozenset[str] = _words("membatalkan", "kata")
    reasons: Sorts = _table("membatalkan")
    dates_changed: Sorts = _table("tanggal_berubah")
    sifting: Sorts = _table("saringan_usulan")
    files_asked: Sorts = _table("tanya_berkas")
    own_role: Sorts = _table("peran_sendiri")
    urging: Sorts = _table("ingatkan_orang")
    setting: Sorts = _table("menetapkan")
    wrong: frozenset[str] = _words("hanya_salah", "kata")  # that something is, and nothing but that
    surely_wrong: frozenset[str] = _words("hanya_salah", "pasti")  # without these it may only be a no
    parting: Sorts = _table("pisahkan")  # that several things told in one are to be apart
    opened_wrongly: Sorts = _table("salah_buka")
    in_passing: Sorts = _table("sela_isian")
    asked_between: frozenset[str] = _words("ditanya_di_sela", "kata")
    so_far: Sorts = _table("sejauh_mana")  # that somebody asks how far it was told; that something in it is wrong
    order: Sorts = _table("urutan_usulan")
    #: That open one more usulan; by which something is to be done.
    another: Sorts = _table("usulan_lagi")
    wishing: Sorts = _table("diharapkan")
    labels: Sorts = _table("baris_usulan")  # by question, what stands before the mark in an usulan like a form
    #: That somebody neither hears nor speaks, the ways to write "tidak", and what may stand beside.
    writing: Sorts = _table("tertulis")
    not_there: tuple[str, ...] = _in_order("bukan_di_sana", "kata")
    unnoted: tuple[str, ...] = _in_order("belum_tercatat", "kata")
    unnoted_why: tuple[str, ...] = _in_order("belum_tercatat", "sebab")
    #: Before what somebody forgot to say; beside what is put right.
    told_late: Sorts = _table("lupa_disebut")
    apologies: Sorts = _table("minta_maaf")
    topics: Sorts = _table("usulan_tentang")
    #: Who stands beside a child, and that they allow it; beside their own age or class of school, and that of others.
    accompanying: Sorts = _table("pendamping")
    aging: Sorts = _table("umur_sendiri")
    #: That it was proposed before, and what makes a question of it.
    proposing: Sorts = _table("pernah_diusulkan")
    #: Beside the name of whoever speaks on a borrowed telephone.
    naming_voice: Sorts = _table("nama_suara")
    #: That something is not the story, and what of it goes on; of one and another person that are told of.
    denying: Sorts = _table("bukan_ceritanya")
    of_two: Sorts = _table("dua_orang")
    #: With which a story is led in, and which tell nothing.
    leading_in: frozenset[str] = _words("pengantar_cerita", "kata")
    #: At what was told already.
    photographed: Sorts = _table("surat_difoto")
    pointing_back: Sorts = _table("sudah_dibilang")
    #: That one of them is not to be.
    taking_back: Sorts = _table("menarik_usulan")
    #: Why something was decided: what asks for it, and what names a decision.
    asking_why: Sorts = _table("tanya_sebab")
    #: What nearly hurt somebody, or soon will; what is about to break, beside whom it may hurt.
    nearly: Sorts = _table("nyaris")
    threatening: Sorts = _table("ancaman")
    of_talking: Sorts = _table("tentang_obrolan")
    #: That one of an earlier year is to come again, and what may stand beside it.
    bringing_again: Sorts = _table("bawa_lagi")
    #: Words of the trade that are explained, by how they are called; by which that is asked, and what may stand beside.
    meanings: Mapping[str, str] = _names("arti")
    asking_meaning: Sorts = _table("tanya_arti")
    consenting: Sorts = _table("persetujuan")
    entrusting: Sorts = _table("titip_langsung")
    told_in_person: Sorts = _table("sudah_dikabari")
    telling_results: Sorts = _table("kabari_hasil")
    told_states: Sorts = _table("keadaan_diceritakan")
    deciding: Sorts = _table("yang_memutuskan")
    of_the_family: Sorts = _table("usulan_keluarga")
    in_the_field: Sorts = _table("di_lapangan")
    which_of_two: Sorts = _table("dari_dua")
    which_kecamatan: Sorts = _table("kecamatan_apa")
    ending: Sorts = _table("memberhentikan")
    #: With which a meeting is said to be held elsewhere.
    moving_venue: Sorts = _table("tempat_pertemuan")
    #: Of a letter as an office writes it, and of those to whom it goes.
    letters: Sorts = _table("surat_kantor")
    #: With which it is asked what came of an announcement.
    of_results: Sorts = _table("hasil_siaran")
    #: By which it is asked whether somebody has an announcement.
    reaching: Sorts = _table("sampai_siaran")
    #: With which the hour of sending an announcement is told, and what was not sent yet is asked for.
    sent_at: Sorts = _table("jam_kirim")
    #: With which an officer speaks of an announcement of theirs.
    of_news: Sorts = _table("ucapan_siaran")
    inviting: Sorts = _table("mengundang")
    guests_said: Sorts = _table("kabar_tamu")
    taking_out: Sorts = _table("hapus_bagian")
    brought_back: Sorts = _table("kembalikan_tulisan")
    #: With which the next of several things is refused, or another of them asked for.
    next_things: Sorts = _table("hal_berikutnya")
    #: With which a name is not to stand in what is told.
    unwriting: Sorts = _table("nama_jangan_tertulis")
    others_names: Sorts = _table("nama_orang_lain")
    #: With which one's own is to stand nowhere, or may.
    own_name: Sorts = _table("nama_sendiri")
    #: With which their own number is to be given to nobody, and it is asked who sees that it is they.
    own_number: Sorts = _table("nomor_sendiri")
    #: With which the number of the police or of PLN is asked for: each under the word that stands in its name.
    emergency: Sorts = _table("nomor_darurat")
    seen_by: Sorts = _table("dilihat_siapa")
    #: With which what is asked is left unanswered.
    declining: Sorts = _table("tidak_mau_jawab")
    #: With which one figure makes way for another, and with which more or less of it is said.
    exchanging: Sorts = _table("ganti_angka")
    reckoning: Sorts = _table("hitung_ulang")
    said_of_talk: Sorts = _table("kepada_kami")
    #: With which people say who they are.
    calling_oneself: Sorts = _table("menyebut_diri")
    afterwards: Sorts = _table("foto_kini")
    own_matters: Sorts = _table("perihal_sendiri")
    #: With which something is asked of whoever brought an usulan, and what stands before their name.
    asking_proposers: Sorts = _table("tanya_pengusul")
    asked_of_work: Sorts = _table("tanya_kerja")
    work_in_order: tuple[str, ...] = _in_order("urutan_tanya_kerja", "kata")

    def but(self, **changes: Any) -> Self:
        """This one, but for these fields: of so many, `dataclasses.replace` was a tenth of what a press costs."""
        if not changes.keys() <= self.__dict__.keys():
            raise TypeError(f"no such fields: {sorted(changes)}")
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__, **changes)
        return other


#: The fields that are words of the content, with where each is read.
WORDS: Mapping[str, Where] = {one.name: one.metadata["where"] for one in fields(World) if "where" in one.metadata}
