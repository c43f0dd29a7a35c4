"""No token and no phone number reaches a log line, whatever way it took."""

import io
import json
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
import structlog

from bot.logs import redact, set_up_logs
from tests.support import FAKE_TOKEN

PHONE = "081234567890"
SECRETS = f"token {FAKE_TOKEN} phone {PHONE}"


@pytest.fixture
def keep_logging() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()
    yield
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture(params=[True, False], ids=["json", "plain"])
def log(request: pytest.FixtureRequest, keep_logging: None) -> io.StringIO:
    stream = io.StringIO()
    set_up_logs("DEBUG", json=request.param, stream=stream)
    return stream


def _raise_inside(write: Callable[..., object]) -> None:
    try:
        raise RuntimeError(SECRETS) from ValueError(SECRETS)
    except RuntimeError:
        write("it broke")


WAYS: dict[str, Callable[[], object]] = {
    "our message": lambda: structlog.get_logger("bot").info(SECRETS),
    "our value": lambda: structlog.get_logger("bot").info("seen", secret=SECRETS, nested={"a": [SECRETS]}),
    "our bound value": lambda: structlog.get_logger("bot").bind(secret=SECRETS).info("seen"),
    "our exception": lambda: _raise_inside(structlog.get_logger("bot").exception),
    "a library's message": lambda: logging.getLogger("telegram.ext").warning(SECRETS),
    "a library's arguments": lambda: logging.getLogger("sqlalchemy").warning("with %s and %r", SECRETS, {"a": SECRETS}),
    "a library's extra": lambda: logging.getLogger("aiohttp").warning("seen", extra={"secret": SECRETS}),
    "a library's exception": lambda: _raise_inside(logging.getLogger("alembic").exception),
    "an address": lambda: logging.getLogger("aiohttp").info("GET https://host/bot%s/getMe %s", FAKE_TOKEN, SECRETS),
}


@pytest.mark.parametrize("write", WAYS.values(), ids=WAYS.keys())
def test_a_secret_never_reaches_the_log(log: io.StringIO, write: Callable[[], object]) -> None:
    write()
    assert "[token]" in log.getvalue()
    assert "[telepon]" in log.getvalue()
    assert FAKE_TOKEN.partition(":")[2] not in log.getvalue()
    assert PHONE not in log.getvalue()


def test_a_badly_formatted_call_does_not_print_its_arguments(
    keep_logging: None, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs(stream=io.StringIO())
    logging.getLogger("telegram").warning("%d people", SECRETS)
    told = capsys.readouterr().err
    assert "test_logs.py" in told
    assert FAKE_TOKEN not in told


def test_the_error_that_ends_the_process_is_logged_without_its_secrets() -> None:
    program = f"from bot.logs import set_up_logs\nset_up_logs()\nraise ValueError({SECRETS!r})"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "ValueError: token [token] phone [telepon]" in ended.stderr
    assert FAKE_TOKEN not in ended.stderr


@pytest.mark.parametrize(
    "written",
    [
        "+62 812-3456-7890",
        "+6281234567890",
        "6281234567890",
        "0812 3456 7890",
        "0812.3456.7890",
        "(0420) 21001-22",
        "no.081234567890.",
        "wa081234567890",
        "tel:081234567890,",
        '{"phone_number":"6281234567890"}',
    ],
)
def test_a_phone_number_is_hidden_however_it_is_written(written: str) -> None:
    assert "[telepon]" in redact(written)
    assert "3456" not in redact(written)
    assert "21001" not in redact(written)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-24T07:46:08.979313Z",
        "2026-11-24 07:46:02.979313+00:00",
        "chat=-1001234567890",
        "chat=7123456789",
        "chat=6281234567",
        "0.0812345678",
        "Rp1.250.000",
    ],
)
def test_times_chats_and_amounts_stay_readable(written: str) -> None:
    assert redact(written) == written


def test_a_token_in_an_address_is_hidden_also_when_it_is_quoted() -> None:
    assert redact(f"/bot{FAKE_TOKEN}/x") == "/bot[token]/x"
    assert redact(f"/bot{FAKE_TOKEN.replace(':', '%3A')}/x") == "/bot[token]/x"


def test_a_line_stays_json_when_a_phone_number_was_an_int(keep_logging: None) -> None:
    stream = io.StringIO()
    set_up_logs("INFO", json=True, stream=stream)
    structlog.get_logger("bot").info("seen", phone=6281234567890, chat=7123456789)
    line = json.loads(stream.getvalue())
    assert line["phone"] == "[telepon]"
    assert line["chat"] == 7123456789


def test_a_library_below_the_level_is_silent(keep_logging: None) -> None:
    stream = io.StringIO()
    set_up_logs("INFO", stream=stream)
    logging.getLogger("httpx").info("HTTP Request: POST …")
    logging.getLogger("telegram").debug("…")
    structlog.get_logger("bot").debug("…")
    assert stream.getvalue() == ""


def test_no_line_is_written_again_and_again(log: io.StringIO) -> None:
    for number in range(200):
        structlog.get_logger("x").error("the outbox cannot be written", error="disk full", letter=number)
        logging.getLogger("y").warning("too late")
        structlog.get_logger("x").info("sent", letter=number)
    lines = log.getvalue().splitlines()
    assert [sum(what in line for line in lines) for what in ("cannot be written", "too late", "sent")] == [4, 4, 200]


def test_what_was_left_out_is_counted(log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    structlog.get_logger("x").error("odd")
    for _ in range(9):
        structlog.get_logger("x").error("odd")
    monkeypatch.setattr("bot.logs._OFTEN_SECONDS", 0.0)
    structlog.get_logger("x").error("odd")
    last = log.getvalue().splitlines()[-1]
    assert "left_out" in last
    assert "6" in last


def test_two_troubles_are_two_lines(log: io.StringIO) -> None:
    for number in range(3):
        structlog.get_logger("x").error("odd", error=f"other {number}")
    assert len(log.getvalue().splitlines()) == 3
