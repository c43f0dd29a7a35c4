"""What a conversation may look at besides itself: places, people, the clock, and how things are said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from bot.core.forms.say import Words
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


@dataclass(frozen=True, slots=True)
class World:
    """What a conversation may look at besides itself: a new list of words needs one field here, with its line."""

    places: Places
    #: How people spell things.
    spellings: Vocabulary
    #: Typed words (normalised) that act as a button does.
    words: Mapping[str, str] = field(default_factory=dict)
    #: Words with which a question begins, with which it ends, and what ends like one and is none.
    asking: tuple[str, ...] = ()
    asking_at_last: frozenset[str] = frozenset()
    not_asking: frozenset[str] = frozenset()
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

    # --- words, by what they do in a sentence -------------------------------------------------------------------------
    #: By which people name themselves, and polite ones.
    oneself: frozenset[str] = frozenset()
    #: By which they say that they will ask somebody first, and what stands before it.
    asking_first: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: With which an officer begins to tell something to many, to whom, what stands around it, and that it must stop.
    announcing: tuple[str, ...] = ()
    addressing: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    halting: tuple[str, ...] = ()
    #: Words by which no announcement is known from another; that one is taken back; by which it is called.
    beside_halting: frozenset[str] = frozenset()
    withdrawing: frozenset[str] = frozenset()
    announcements: frozenset[str] = frozenset()
    #: Of words that begin one: before and within them, and for whom it is.
    announced: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: More of the words by which it must stop, by what they want.
    stopping: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That one must not leave as it is: surely, likely, and what tells no reason.
    objecting: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: A yes to one button, in a sentence: its words, what holds it back, what stands beside it and grows to words.
    agreeing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Below an invitation to a training: that they come, or not; that they ask; what makes neither of it.
    invited: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That something is looked for.
    finding: tuple[str, ...] = ()
    #: What a desa asks of the kabupaten, as its people call that sheet.
    petitions: tuple[str, ...] = ()
    #: Other names of commands.
    commands: Mapping[str, str] = field(default_factory=dict)
    #: What is done with an usulan that is named by its number, by the verb of its button.
    numbered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Before an usulan of theirs that somebody names, and between these and its number.
    sent: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    #: That somebody has understood, and what may stand beside it.
    grasping: frozenset[str] = frozenset()
    nodding: frozenset[str] = frozenset()
    noting: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: By which whoever announced answers one who wrote back.
    replying: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That somebody was taught to use this telephone, which is theirs then, unless it is borrowed all the same.
    taught: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That something is done, and what may stand beside it; that it is not done yet, or when it will be.
    finished: frozenset[str] = frozenset()
    with_finished: frozenset[str] = frozenset()
    put_off: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That a task is to be somebody else's.
    handing_tasks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That somebody is not there for days.
    away: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: By which something is asked of a meeting's screen, with its name; other words for its buttons, with their verbs,
    #: and for those under a result.
    hall: Mapping[str, str] = field(default_factory=dict)
    hall_buttons: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[str, str] = field(default_factory=dict)
    #: What stands between the numbers of several usulan, and between their results.
    numbering: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Which one of a list, in figures.
    positions: Mapping[str, str] = field(default_factory=dict)
    #: For whoever teaches, behind which a question to them stands; what is said under a lesson.
    teachers: tuple[str, ...] = ()
    #: With which it is said that something is not for them, and what may stand between.
    not_teachers: frozenset[str] = frozenset()
    before_teachers: frozenset[str] = frozenset()
    learning: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: By which a meeting does not take place; what stands before why, and what is none; before its name, and for any.
    cancelling: frozenset[str] = frozenset()
    reasons: Mapping[str, frozenset[str]] = field(default_factory=dict)
    setting: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That something is wrong, and nothing but that; that several things told in one are to be apart.
    wrong: frozenset[str] = frozenset()
    parting: frozenset[str] = frozenset()
    #: That open one more usulan; by which something is to be done.
    another: Mapping[str, frozenset[str]] = field(default_factory=dict)
    wishing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That somebody neither hears nor speaks, the ways to write "tidak", and what may stand beside.
    writing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That somebody is not at the place.
    not_there: tuple[str, ...] = ()
    unnoted: tuple[str, ...] = ()
    unnoted_why: tuple[str, ...] = ()
    #: Before what somebody forgot to say.
    told_late: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Beside what an usulan is about.
    topics: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Who stands beside a child, and that they allow it.
    accompanying: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Beside their own age or class of school, and that of others.
    aging: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That it was proposed before, and what makes a question of it.
    proposing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Beside the name of whoever speaks on a borrowed telephone.
    naming_voice: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That something is not the story, and what of it goes on; of one and another person that are told of.
    denying: Mapping[str, frozenset[str]] = field(default_factory=dict)
    of_two: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: With which a story is led in, and which tell nothing.
    leading_in: frozenset[str] = frozenset()
    #: At what was told already.
    pointing_back: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That one of them is not to be.
    taking_back: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Why something was decided: what asks for it, and what names a decision.
    asking_why: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: That one of an earlier year is to come again, and what may stand beside it.
    bringing_again: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Words of the trade that are explained, by how they are called; by which that is asked, and what may stand beside.
    meanings: Mapping[str, str] = field(default_factory=dict)
    asking_meaning: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Before and behind the name of whom one invites; by which an officer asks how things stand, by what answers it.
    consenting: Mapping[str, frozenset[str]] = field(default_factory=dict)
    entrusting: Mapping[str, frozenset[str]] = field(default_factory=dict)
    told_in_person: Mapping[str, frozenset[str]] = field(default_factory=dict)
    in_the_field: Mapping[str, frozenset[str]] = field(default_factory=dict)
    which_kecamatan: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ending: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: With which a meeting is said to be held elsewhere.
    moving_venue: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Of a letter as an office writes it, and of those to whom it goes.
    letters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: With which it is asked what came of an announcement.
    of_results: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: With which the hour of sending an announcement is told, and what was not sent yet is asked for.
    sent_at: Mapping[str, frozenset[str]] = field(default_factory=dict)
    inviting: Mapping[str, frozenset[str]] = field(default_factory=dict)
    taking_out: Mapping[str, frozenset[str]] = field(default_factory=dict)
    afterwards: Mapping[str, frozenset[str]] = field(default_factory=dict)
    own_matters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: With which something is asked of whoever brought an usulan, and what stands before their name.
    asking_proposers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    asked_of_work: Mapping[str, frozenset[str]] = field(default_factory=dict)
