"""A person who does anything at all in a conversation, and remembers what they last said to every question."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from bot.catalog import Catalog, Message
from bot.core.flow.interpreter import Answer, State, advance, ask_again, begin, record
from bot.core.flow.scene import REVIEW, STILL, Scene, ask_about, kind_of, look
from bot.core.forms.heard import FileRef, Heard, Pressed, Sent, Typed
from bot.core.forms.questions import Flow, Question
from bot.core.forms.say import Step

DRAFT = "abc12345"
GIVEN = {"kecamatan": {"code": "73.16.01", "name": "Maiwa"}, "desa": {"code": "73.16.01.2014", "name": "Baringin"}}
WILD = ("", "?", "ya", "tidak", "batal", "kirim", "ubah", "kembali", "lewati", "bantuan", "tidak ada", "apa?")
WILDER = (
    "x" * 5000,
    "\ud800",
    "\u202eabc",
    "<b>&",
    "{kecamatan}",
    "3",
    "0",
    "-1",
    "9" * 20,
    "ubah desa",
    "\x00\n",
    "desa",
)
CONTROLS = "ya|tidak|lain|kembali|lewati|batal|bantuan|pakai|kirim|ubah|ubah2|ubah.desa|ubah.x|selesai|tinjau|halaman2"
SORTS = ("photo", "voice", "location", "contact", "document", "other", "sticker")


@dataclass
class Villager:
    """`last`: what was last given to each question; None = skipped."""

    catalogs: tuple[Catalog, Catalog]
    dice: Random
    version: int = 0
    number: int = 0
    last: dict[str, Any] = field(default_factory=dict)
    given_by: dict[int, str] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    heard: Heard | None = None
    messages: list[Message] = field(default_factory=list)
    ended: str | None = None
    state: State = field(init=False)

    def __post_init__(self) -> None:
        given = GIVEN if self.dice.random() < 0.3 else None
        self.follow(begin(self.flow, DRAFT, self.catalog.world, given))

    @property
    def catalog(self) -> Catalog:
        return self.catalogs[self.version]

    @property
    def flow(self) -> Flow:
        return self.catalog.flows["semua"]

    @property
    def scene(self) -> Scene:
        return look(self.flow, self.state, self.catalog.world)

    @property
    def record(self) -> dict[str, Any]:
        return record(self.flow, self.state)

    def hear(self, heard: Heard) -> Step:
        self.heard = heard
        return self.follow(advance(self.flow, self.state, heard, self.catalog.world))

    def follow(self, step: Step) -> Step:
        """Every state is stored and read again, everything said is really rendered."""
        self.state = State.from_json(step.state.to_json())
        self.ended = step.ended
        self.messages = [self.catalog.message(say) for say in step.say if say.sentence]
        for message in self.messages:
            rows = (message.reply_markup or {}).get("inline_keyboard", ())
            self.seen += [button["callback_data"] for row in rows for button in row]
        return step

    def next_message(self) -> int:
        self.number += 1
        return self.number

    # --- what people do -------------------------------------------------------------------------------------------

    def act(self) -> None:
        acts = (*[self.answer] * 12, self.go_back, self.skip, self.change, self.correct, self.photo)
        more = (self.reuse, self.press_old, self.type_wild, self.press_wild, self.send_wild, self.swap_form, self.pause)
        self.dice.choice(acts + more)()

    def answer(self) -> None:
        """A good answer to what stands open."""
        scene = self.scene
        if scene.target == STILL:
            self._answer_still()
        elif scene.asked is not None:
            self._give(scene.asked, *self._good(scene, scene.asked))

    def _answer_still(self) -> None:
        yes = self.dice.random() < 0.5
        given = self.state.pending["given"]
        self.hear(Pressed(DRAFT, STILL, "~ya" if yes else "~lain"))
        if yes:
            self.last |= given

    def _give(self, question: Question, heard: Heard, value: Any) -> None:
        if isinstance(heard, Typed | Sent):
            self.given_by[heard.message] = question.key
        self.hear(heard)
        if "confirm" in self.state.pending:
            self.hear(Typed("ya", self.next_message()))
        self.last[question.key] = value

    def _good(self, scene: Scene, question: Question) -> tuple[Heard, Any]:
        offers = kind_of(question).offers(ask_about(scene, question))
        if question.kind == "choices":
            chosen = self.dice.sample(list(offers), self.dice.randint(1, len(offers)))
            anew = scene.state.pending.get("chosen", {}).get("former")  # what stood there before the change
            ticked = () if anew else ask_about(scene, question).mine or ()
            value = [{"value": o.value, "label": o.label} for o in offers if o in chosen or o.value in ticked]
            return Typed(", ".join(o.label for o in chosen), self.next_message()), value
        if offers and not (question.key == "dusun" and self.dice.random() < 0.2):
            return self._good_offer(question, self.dice.choice(list(offers)))
        return self._good_words(question)

    def _good_offer(self, question: Question, offer: Any) -> tuple[Heard, Any]:
        value = {"code": offer.value, "name": offer.label}
        if question.key == "dusun":
            value = {"name": offer.label, "listed": True}
        if question.kind == "choice":
            value = {"value": offer.value, "label": offer.label}
        if self.dice.random() < 0.5:
            return Pressed(DRAFT, question.key, offer.value), value
        return Typed(offer.label, self.next_message()), value

    def _good_words(self, question: Question) -> tuple[Heard, Any]:
        message = self.next_message()
        if question.key == "dusun":
            return Typed(f"Kampung Zzyzx {message}", message), {"name": f"Kampung Zzyzx {message}", "listed": False}
        if question.kind == "number":
            number = self.dice.randint(0, 20)
            return Typed(f"kira-kira {number} orang", message), number
        if question.kind == "location":
            return Sent("location", message, point=(-3.5, 119.8)), {"lat": -3.5, "lon": 119.8}
        if question.kind == "photos":
            return Sent("photo", message, _file(message)), [_file(message).to_json()]
        if question.kind == "story" and self.dice.random() < 0.3:
            return Sent("voice", message, _file(message)), {"voice": _file(message).to_json()}
        text = f"Jalannya licin sejak tahun lalu, kali ke-{message}"
        return Typed(text, message), {"text": text}

    def go_back(self) -> None:
        self.hear(Typed("kembali", self.next_message()))
        self._note_undone()

    def skip(self) -> None:
        asked = self.scene.asked
        self.hear(Typed("lewati", self.next_message()))
        if asked is not None and asked.optional:
            self.last[asked.key] = None

    def change(self) -> None:
        if self.scene.target == REVIEW:
            key = self.dice.choice(self.scene.shown).key
            self.hear(Pressed(DRAFT, REVIEW, f"~ubah.{key}"))

    def reuse(self) -> None:
        """What was said before; or a name that waits for its yes, which the same button gives."""
        asked, waits = self.scene.asked, self.state.pending.get("confirm", {})
        if asked is not None and asked.key in self.state.before:
            self.hear(Pressed(DRAFT, asked.key, "~pakai"))
            self._note_undone()
            if waits.get("question") == asked.key:
                self.last[asked.key] = waits["value"]

    def _note_undone(self) -> None:
        """Going back out of a change may skip again what had been skipped."""
        for key in self.state.skipped:
            self.last[key] = None

    def correct(self) -> None:
        """Edit the message that gave a text; it may no longer be the answer, then nothing happens."""
        written = [m for m, key in self.given_by.items() if key in ("cerita", "nama")]
        if not written:
            return
        message = self.dice.choice(written)
        key = self.given_by[message]
        owns = key in self.record and message in self.state.answers[key].messages
        text = f"Sebenarnya dua tahun lalu, pembetulan {self.next_message()}"
        self.hear(Typed(text, message, edited=True))
        if owns:
            self.last[key] = {"text": text}

    def photo(self) -> None:
        """One more photo, at any time, sometimes as a part of an album."""
        message = self.next_message()
        kept = self.scene.values.get("foto", [])
        album = self.dice.choice((None, None, "album1"))
        self.hear(Sent("photo", message, _file(message), album))
        if len(kept) < 3:
            self.last["foto"] = [*kept, _file(message).to_json()]

    def swap_form(self) -> None:
        self.version = 1 - self.version
        self.pause()

    def pause(self) -> None:
        self.follow(ask_again(self.flow, self.state, self.catalog.world))

    # --- what changes nothing -------------------------------------------------------------------------------------

    def press_old(self) -> None:
        """A button of another draft."""
        before = self.state
        self.hear(Pressed("other", self.dice.choice(self.flow.questions).key, "~kembali"))
        assert before == self.state

    def type_wild(self) -> None:
        self._wild(Typed(self.dice.choice(WILD + WILDER), self.next_message(), self.dice.random() < 0.2))

    def press_wild(self) -> None:
        if self.seen and self.dice.random() < 0.7:
            _, draft, question, value = self.dice.choice(self.seen).split(":", 3)
            self._wild(Pressed(draft, question, value))
        else:
            targets = [q.key for q in self.flow.questions] + [REVIEW, STILL, "~batal", "zzz", ""]
            control = self.dice.choice(CONTROLS.split("|"))
            self._wild(Pressed(DRAFT, self.dice.choice(targets), f"~{control}"))

    def send_wild(self) -> None:
        message = self.next_message()
        file = self.dice.choice((None, _file(message), FileRef("f", "u", 30_000_000, "application/pdf", 9999)))
        point = self.dice.choice((None, (1.0, 2.0)))
        caption = self.dice.choice((None, *WILD))
        what = self.dice.choice(SORTS)
        self._wild(Sent(what, message, file, None, caption, point, self.dice.random() < 0.2))

    def _wild(self, heard: Heard) -> None:
        """Whatever this did, the record afterwards is what counts as last given."""
        if self.ended is None:
            self.hear(heard)
            self._believe()

    def _believe(self) -> None:
        for question in self.flow.questions:
            if question.key in self.state.skipped:
                self.last[question.key] = None
            elif question.key in self.state.answers:
                self.last[question.key] = self.state.answers[question.key].value


def _file(message: int) -> FileRef:
    return FileRef(f"file{message}", f"unique{message}", 1000, "image/jpeg", 12, 800, 600)


def finish(villager: Villager, most: int = 40) -> int:
    """Answer plainly until it is sent. Returns the number of inputs it took, at most `most`."""
    villager.dice = Random(1)
    for used in range(most):
        if villager.ended:
            return used
        if villager.scene.target == REVIEW:
            villager.hear(Pressed(DRAFT, REVIEW, "~kirim"))
        else:
            villager.answer()
    return most


__all__ = ["Answer", "Villager", "finish"]
