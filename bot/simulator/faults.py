"""Mishaps on purpose: what the network and Telegram do to a bot on a bad day."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from bot.simulator.protocol import Json
from bot.simulator.refusals import PageRefusal, Refusal, bad_request, forbidden, too_many_requests
from bot.simulator.updates import CONFLICT

LABELS = {
    "429": "Telegram minta pelan-pelan (429)",
    "403": "Bot diblokir (403)",
    "400": "Telegram menolak pesan (400)",
    "401": "Token tidak berlaku (401)",
    "409": "Ada bot lain dengan token sama (409)",
    "500": "Telegram sedang rusak (500)",
    "not_json": "Jawaban tidak terbaca",
    "timeout": "Jawaban tertahan lama",
    "reset": "Sambungan putus sebelum sampai",
    "lost_reply": "Sampai, tetapi jawabannya hilang",
    "half": "Jawaban terpotong separuh",
    "slow": "Jawaban menetes pelan",
    "migrate": "Grup pindah nomor",
    "file_gone": "Berkas tidak ada lagi (404)",
    "down": "Telegram tidak dapat dihubungi",
}
"""Every kind, as the page's panel shows it."""

EVERYTHING = frozenset({"down", "401"})
ONLY = {"409": "getUpdates", "file_gone": "download"}
READ: dict[str, Callable[[Any], Any]] = {
    "method": str, "chat": int, "times": int, "seconds": float, "retry_after": int, "description": str
}  # fmt: skip
SECONDS = {"timeout": 30.0, "slow": 0.2}


@dataclass
class Fault:
    """One mishap; `times` counts down to zero and then it is over."""

    id: int
    kind: str
    method: str | None = None
    chat: int | None = None
    times: int | None = None
    seconds: float | None = None
    retry_after: int | None = None
    description: str | None = None

    def meets(self, method: str, chat: int | None) -> bool:
        if self.chat is not None and self.chat != chat:
            return False
        if self.method is not None:
            return self.method == method
        if self.kind in ONLY:
            return ONLY[self.kind] == method
        return self.kind in EVERYTHING or method not in {"getUpdates", "download"}

    @property
    def wait(self) -> float:
        """Seconds, for the kinds that wait."""
        return SECONDS.get(self.kind, 0.0) if self.seconds is None else self.seconds

    def refusal(self) -> Refusal | None:
        """The answer of the kinds that only refuse; None for the others."""
        if self.kind == "429":
            return too_many_requests(5 if self.retry_after is None else self.retry_after)
        if self.kind == "403":
            return forbidden((self.description or "bot was blocked by the user").removeprefix("Forbidden: "))
        if self.kind == "400":
            return bad_request((self.description or "chat not found").removeprefix("Bad Request: "))
        if self.kind == "file_gone" and self.method == "getFile":
            return bad_request("wrong file_id or the file is temporarily unavailable")
        return _plain(self.kind)


def _plain(kind: str) -> Refusal | None:
    plain = {"401": (401, "Unauthorized"), "409": (409, CONFLICT), "file_gone": (404, "Not Found")}
    return Refusal(*plain[kind]) if kind in plain else None


class Faults:
    """The active faults, oldest first."""

    def __init__(self) -> None:
        self._active: list[Fault] = []
        self._last = 0

    def add(self, kind: str, **limits: object) -> Fault:
        """Raises PageRefusal for a kind or a limit nobody knows."""
        if kind not in LABELS:
            raise PageRefusal(f"Gangguan {kind!r} tidak dikenal.")
        try:
            given = {name: READ[name](limit) for name, limit in limits.items() if limit is not None}
        except (KeyError, TypeError, ValueError):
            raise PageRefusal("Isian gangguan tidak dikenal.") from None
        self._last += 1
        fault = Fault(self._last, kind, **given)
        self._active.append(fault)
        return fault

    def remove(self, fault_id: int | None = None) -> None:
        """Remove one fault, or all of them."""
        self._active = [fault for fault in self._active if fault_id is not None and fault.id != fault_id]

    def is_down(self) -> bool:
        """Whether Telegram is out of reach: then a poll that was already waiting gets no answer either."""
        return any(fault.kind == "down" and fault.method is None and fault.chat is None for fault in self._active)

    def strike(self, method: str, chat: int | None) -> Fault | None:
        """The fault this call meets, counted down; None on a good day."""
        for fault in self._active:
            if fault.meets(method, chat):
                self._count_down(fault)
                return fault
        return None

    def _count_down(self, fault: Fault) -> None:
        if fault.times is None:
            return
        fault.times -= 1
        if fault.times <= 0:
            self._active.remove(fault)

    def as_json(self) -> list[Json]:
        return [asdict(fault) for fault in self._active]

    def kinds(self) -> list[Json]:
        return [{"kind": kind, "label": label} for kind, label in LABELS.items()]
