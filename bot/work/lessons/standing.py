"""Where people stand: what is meant for them, what they have seen, what their calendar brings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.lessons.lessons import DESA_ONLY, KELURAHAN_ONLY, Lesson
from bot.core.lessons.order import AHEAD, Coming, Pick, in_order, pick_near
from bot.core.records import Grant
from bot.core.wilayah import DESA, chain, is_kelurahan, is_wider
from bot.store.grants import grants_of
from bot.store.lessons import learners, progress
from bot.store.lessons.learners import Meeting
from bot.store.lessons.progress import Progress
from bot.work.access import EXAMINED
from bot.work.office import Office
from bot.work.round import Round

#: What is nearer than this is looked at: the days before a meeting on which a lesson comes, and one more to plan them.
_IN_SIGHT = timedelta(days=AHEAD + 2)


#: So many lessons in a row that nobody opens, and no more come.
UNOPENED = 4


def _opened(one: Progress) -> datetime:
    assert one.opened_at is not None
    return one.opened_at


@dataclass(frozen=True, slots=True)
class Standing:
    """Of one person. `lessons`: all that is meant for them, in their order. `is_examined`: whether there are tests and
    a certificate for them."""

    lessons: Sequence[Lesson]
    seen: dict[str, Progress]
    coming: Sequence[Coming]
    is_examined: bool = False

    @property
    def unfinished(self) -> list[Lesson]:
        """Also what was sent and never opened."""
        return [lesson for lesson in self.lessons if not self._is_finished(lesson)]

    @property
    def read(self) -> int:
        """How many of their lessons were read to the last question."""
        return len(self.lessons) - len(self.unfinished)

    def _is_finished(self, lesson: Lesson) -> bool:
        known = self.seen.get(lesson.key)
        return known is not None and known.finished_at is not None

    @property
    def unread(self) -> list[Lesson]:
        """What the clock may bring: what it never brought."""
        return [lesson for lesson in self.lessons if lesson.key not in self.seen]

    @property
    def begun(self) -> Progress | None:
        """What was opened and not finished, the newest."""
        open_ = [one for one in self.seen.values() if one.opened_at is not None and one.finished_at is None]
        if not open_:  # most of thousands who are due at once
            return None
        theirs = {lesson.key for lesson in self.lessons}
        return max((one for one in open_ if one.lesson in theirs), key=_opened, default=None)

    @property
    def left_lying(self) -> datetime | None:
        """Since when the last that were brought lie there, and nothing at all was opened, or nothing more of what was
        begun was read; None where it is not so."""
        begun = self.begun
        if begun is not None and begun.named >= UNOPENED:
            return begun.sent_at
        sent = sorted(one.sent_at for one in self.seen.values() if one.sent_at is not None)
        if len(sent) < UNOPENED:
            return None
        opened = (one.opened_at for one in self.seen.values() if one.opened_at is not None)
        return None if any(at >= sent[-UNOPENED] for at in opened) else sent[-UNOPENED]

    @property
    def is_done(self) -> bool:
        return self.read == len(self.lessons)

    @property
    def last_sent(self) -> datetime | None:
        return max((one.sent_at for one in self.seen.values() if one.sent_at is not None), default=None)

    def pick(self, office: Office, today: date, *, only_near: bool = False) -> Pick | None:
        """What the clock brings: what the calendar needs, else what was begun and not finished, else the next one that
        was not brought yet; None when there is none."""
        begun = self.begun
        if begun is None:
            return self._first(self.unread, office, today, only_near=only_near)
        near = self._first(self.unread, office, today, only_near=True)
        half_read = next(lesson for lesson in self.lessons if lesson.key == begun.lesson)
        return near or (None if only_near else Pick(half_read))

    def onward(self, office: Office, today: date) -> Pick | None:
        """What comes next for whoever asks for it: what came today, else what was brought and left lying."""
        came = [one for one in self.unfinished if self._came_on(office, today, one.key)]
        return Pick(came[0]) if came else self._first(self.unfinished, office, today)

    def _came_on(self, office: Office, day: date, key: str) -> bool:
        known = self.seen.get(key)
        return known is not None and known.sent_at is not None and office.local(known.sent_at).date() == day

    def _first(self, lessons: list[Lesson], office: Office, today: date, *, only_near: bool = False) -> Pick | None:
        near = pick_near(lessons, self.coming, today, office.catalog.calendar.rules)
        return near or (Pick(lessons[0]) if lessons and not only_near else None)


async def standing_of(tour: Round, person_ids: Sequence[int]) -> dict[int, Standing]:
    """Of each of these who has a role of learners; none of the others."""
    grants = await grants_of(tour.connection, person_ids, tour.now)
    seen = await progress.of_people(tour.connection, person_ids)
    met = await learners.who_met(tour.connection, person_ids, tour.now)
    meetings = await learners.coming(tour.connection, tour.now, tour.now + _IN_SIGHT)
    found, known = {}, dict[tuple[frozenset[str], frozenset[str], bool], list[Lesson]]()
    for person in person_ids:
        mine = grants.get(person, ())
        sort = frozenset(grant.role for grant in mine), frozenset(tracks_of(mine)), person in met
        if sort not in known:  # of thousands who are due at once most learn the same
            known[sort] = lessons_for(tour.office, mine, met=person in met)
        if known[sort]:
            coming = _theirs(tour.office, meetings, mine)
            examined = not sort[0].isdisjoint(EXAMINED)
            found[person] = Standing(known[sort], seen.get(person, {}), coming, examined)
    return found


def lessons_for(office: Office, grants: Sequence[Grant], *, met: bool) -> list[Lesson]:
    """All that is meant for whoever holds these, in their order."""
    mine = office.catalog.curriculum.meant_for({grant.role for grant in grants}, tracks_of(grants))
    return in_order(mine, met=met)


def tracks_of(grants: Sequence[Grant]) -> set[str]:
    """Whoever looks after more than one village has both sorts in it."""
    tracks: set[str] = set()
    for grant in grants:
        if is_wider(grant.scope, DESA):
            return {DESA_ONLY, KELURAHAN_ONLY}
        tracks.add(KELURAHAN_ONLY if is_kelurahan(grant.scope) else DESA_ONLY)
    return tracks


def _theirs(office: Office, meetings: Sequence[Meeting], grants: Sequence[Grant]) -> list[Coming]:
    """In their own wilayah and those above it: nobody prepares for what somebody else leads."""
    places = {code for grant in grants for code in chain(grant.scope)}
    kinds = office.catalog.calendar.kinds
    return [
        Coming(one.kind, office.local(one.starts_at).date(), kinds[one.kind].stage)
        for one in meetings
        if one.wilayah in places and one.kind in kinds
    ]
