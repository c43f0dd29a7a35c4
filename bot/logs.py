"""Logs: one line an event, and never a bot token or a phone number in it.

Every record, also those of python-telegram-bot, aiohttp, SQLAlchemy and alembic, ends in one handler of the standard
library and passes one redactor over the **finished** text: what is written is searched, however it got there (message,
arguments, exception, traceback, bound values).
"""

import contextlib
import logging
import re
import sys
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

import structlog
from structlog.stdlib import ProcessorFormatter

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor

# `\b\d+:` would miss the token in `/bot123456:AA…`, where "t1" is no word boundary.
_TOKEN = re.compile(r"(?<!\d)\d{6,12}(?::|%3[Aa])[A-Za-z0-9_-]{30,}")
# Numbers as people and Telegram write them: +62 812-3456-7890, 62812…, 0812 3456 7890, (0420) 12345. Nine digits and
# more, so that the seconds of a time stamp pass; not the decimals of a number. In doubt it is hidden.
_REST = r"(?:[\s().-]{0,2}\d)"
_PHONE = re.compile(rf"(?<!\d)(?<!\d[.,])(?:\+62{_REST}{{8,12}}|62(?=8){_REST}{{9,12}}|0(?=[2-9]){_REST}{{8,12}})")
#: So many times within so many seconds the same line is written.
_OFTEN_TIMES, _OFTEN_SECONDS, _MOST_KEYS = 4, 30.0, 1000
_QUIET = {
    "aiosqlite": "WARNING",
    "httpx": "WARNING",
    "httpcore": "WARNING",
    "apscheduler": "ERROR",  # that a tick is late shows in what the tick itself logs
    "aiohttp.access": "WARNING",
}


def redact(text: str) -> str:
    """Return `text` with bot tokens and phone numbers replaced by `[token]` and `[telepon]`."""
    return _PHONE.sub("[telepon]", _TOKEN.sub("[token]", text))


class RedactingFormatter(ProcessorFormatter):
    """The last step before a line is written; nothing passes by it, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the finished line without secrets."""
        return redact(super().format(record))


class _Often(logging.Filter):
    """The same line again and again says nothing new and fills the disk: after a few it is written once in a while,
    with how often it was left out. Only warnings and worse; who turns on DEBUG wants everything."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[tuple[object, ...], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is written."""
        if record.levelno < logging.WARNING:
            return True
        event = record.msg if isinstance(record.msg, dict) else {}
        why = record.exc_info[0] if record.exc_info else None
        key = (record.name, event.get("event", record.msg), str(event.get("error", ""))[:60], event.get("loop"), why)
        since, times = self._seen.get(key, (0.0, 0))
        if record.created - since > _OFTEN_SECONDS:
            left_out = times - _OFTEN_TIMES
            if left_out > 0 and event:
                event["left_out"] = left_out
            if len(self._seen) > _MOST_KEYS:
                self._seen.clear()
            since, times = record.created, 0
        self._seen[key] = (since, times + 1)
        return times < _OFTEN_TIMES


class _LogStream(logging.StreamHandler[TextIO]):
    """The standard stream prints the arguments of a misformatted call as they are; this one does not."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Say where the bad logging call stands, and nothing of what it was to log. What cannot be said (the disk that
        holds the log is full) ends nobody."""
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"log line lost: {record.pathname}:{record.lineno} ({sys.exc_info()[0]})\n")


def set_up_logs(level: str = "INFO", json: bool = False, stream: TextIO | None = None) -> None:
    """Send all logging of this process to `stream` (stderr), as JSON for machines or as plain lines for people.

    Replaces what was set up before, so it may be called again. What kills the process is logged the same way.
    """
    before: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler = _LogStream(stream or sys.stderr)
    handler.setFormatter(RedactingFormatter(foreign_pre_chain=before, processors=_finish(json)))
    handler.addFilter(_Often())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name, quiet in _QUIET.items():
        logging.getLogger(name).setLevel(quiet)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *before, ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    sys.excepthook = _log_the_end


def _log_the_end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logging.getLogger("bot").critical("stopped by an error", exc_info=(kind, error, trace))


def _quote_phones(_logger: object, _method: str, event: "EventDict") -> "EventDict":
    """A phone number bound as an int would leave broken JSON behind once it is hidden."""
    return {key: str(value) if type(value) is int and value > 10**10 else value for key, value in event.items()}


def _finish(json: bool) -> "list[Processor]":
    last: list[Processor] = (
        [_quote_phones, structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if json
        else [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)]
    )
    return [ProcessorFormatter.remove_processors_meta, *last]
