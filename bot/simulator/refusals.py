"""How Telegram says no: an HTTP status, a sentence, sometimes parameters."""

from bot.simulator.protocol import Json


class Refusal(Exception):
    """A call that Telegram would refuse; `description` is in Telegram's own words."""

    def __init__(self, status: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters or {}

    def as_json(self) -> Json:
        body: Json = {"ok": False, "error_code": self.status, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


class PageRefusal(Exception):
    """Something a person on the page cannot do; the text is shown to them, in Indonesian."""


def bad_request(reason: str, **parameters: int) -> Refusal:
    return Refusal(400, f"Bad Request: {reason}", dict(parameters))


def forbidden(reason: str) -> Refusal:
    return Refusal(403, f"Forbidden: {reason}")


def too_many_requests(seconds: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def upgraded(new_chat: int) -> Refusal:
    return bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=new_chat)
