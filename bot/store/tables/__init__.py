"""Every table, and beside each the sentence that says why it is there.

Unfinished work is `outcome IS NULL`, so that partial indexes hold only what is left to do and a look for work costs
what
is due, never what exists.
"""

from bot.store.tables.calendar import (
    attendance,
    feeds,
    invitees,
    occasion_events,
    occasions,
    points,
    proofs,
    read_backs,
    switches,
    task_events,
    tasks,
)
from bot.store.tables.people import (
    consents,
    conversations,
    erasures,
    first_words,
    grants,
    hamlets,
    invites,
    lists,
    people,
    speakers,
    wrong_codes,
)
from bot.store.tables.queues import facts, inbox, leases, news, notices, outbox, pacing
from bot.store.tables.shared import metadata
from bot.store.tables.usulan import (
    claims,
    claims_waiting,
    counters,
    events,
    media,
    short_codes,
    spoken,
    usulan,
    wordings,
)

__all__ = [
    "attendance",
    "claims",
    "claims_waiting",
    "consents",
    "conversations",
    "counters",
    "erasures",
    "events",
    "facts",
    "feeds",
    "first_words",
    "grants",
    "hamlets",
    "inbox",
    "invitees",
    "invites",
    "leases",
    "lists",
    "media",
    "metadata",
    "news",
    "notices",
    "occasion_events",
    "occasions",
    "outbox",
    "pacing",
    "people",
    "points",
    "proofs",
    "read_backs",
    "short_codes",
    "speakers",
    "spoken",
    "switches",
    "task_events",
    "tasks",
    "usulan",
    "wordings",
    "wrong_codes",
]
