"""How announcements leave, in short: what a busy machine cannot spoil is asked for, the figures are printed and bounded
loosely. The long version is `make announcing`."""

from collections.abc import Iterator

import pytest

from tests.bench.silence import one_chat, whole_bot
from tests.bench.street import street
from tests.bench.subjects import DATABASES, Bench, prepare
from tests.bench.telegram import StandIn, stand_in
from tests.support.kabupaten import tell
from tests.support.postgres import NoPostgres

ALLOWED, RTT, ASKED = 30, 0.06, 3
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def telegram() -> Iterator[StandIn]:
    with stand_in() as found:
        yield found


@pytest.fixture(scope="module", params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def bench(database: str) -> Iterator[Bench]:
    try:
        with prepare(postgres=database == "postgresql") as found:
            yield found
    except NoPostgres as error:
        pytest.skip(f"NOT TESTED on PostgreSQL: {error}")


def test_no_second_holds_more_than_allowed_one_silent_chat_waits_alone_and_who_writes_is_answered(
    bench: Bench, telegram: StandIn, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answers, left = [], []

    with street(bench, telegram, database, 150, rtt=RTT, a_second=ALLOWED) as place:

        def written() -> None:
            answers.append(place.write(2.0, 4.0))
            left.append(place.people - place.reached())

        found = one_chat(place, ASKED, written)
        sending = place.sending()
    told = f"{sending.rate:.1f}/s in all, replies with a p95 of {answers[0].p95:.0f} ms"
    tell(capsys, f"{database}: {told}; the silent chat waited {ASKED} s and {found.waited:.2f} s")
    assert sending.most_in_a_second() <= ALLOWED
    assert (len(sending.copies), sending.twice) == (place.people, 0)
    assert left[0] > 0, "people wrote when all had been sent"
    assert [one.asked for one in sending.refused] == [ASKED], "more was refused than the one chat"
    assert found.waited >= 0
    assert found.gap < ASKED


def test_where_the_whole_bot_is_to_be_silent_nothing_leaves_until_then(
    bench: Bench, telegram: StandIn, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with street(bench, telegram, database, 60, rtt=RTT, a_second=ALLOWED) as place:
        found = whole_bot(place, ASKED)
        sending = place.sending()
    tell(capsys, f"{database}: all waited {ASKED} s and {found.waited:.2f} s, {found.refused} were refused")
    assert found.waited >= 0
    assert found.refused <= 10, "letters left although silence was asked for"
    assert (len(sending.copies), sending.twice) == (place.people, 0)
