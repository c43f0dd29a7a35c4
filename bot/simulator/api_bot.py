"""Methods about the bot itself: updates, commands, descriptions, answers to buttons, chats."""

from telegram.constants import CallbackQueryLimit

from bot.simulator.api import Call, Written, answers
from bot.simulator.protocol import Json
from bot.simulator.refusals import bad_request

ANSWERABLE_FOR = 30.0
"""Seconds on the civil clock after which Telegram calls a press too old. Telegram does not publish the number."""

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@answers
async def get_me(call: Call) -> Json:
    abilities = {"can_join_groups": True, "can_read_all_group_messages": not call.stage.privacy}
    return {**call.stage.bot_user, **abilities, "supports_inline_queries": False, "has_main_web_app": False}


@answers
async def get_updates(call: Call) -> Written:
    params, updates = call.params, call.stage.updates
    if params.get("allowed_updates") is not None:
        updates.allowed = frozenset(params["allowed_updates"]) or None
    limit = params.get("limit") or 100
    if not 1 <= limit <= 100:
        limit = 100
    return Written(await updates.fetch(params.get("offset"), limit, float(params.get("timeout") or 0)))


@answers
async def answer_callback_query(call: Call) -> bool:
    stage, params = call.stage, call.params
    press = stage.presses.pop(str(params["callback_query_id"]), None)
    if press is None or stage.clock.timestamp() - press.asked_at > ANSWERABLE_FOR:
        raise bad_request(TOO_OLD)
    text = params.get("text") or ""
    if len(text) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    press.alarm.cancel()
    where = {"person": press.person, "chat": press.chat, "message_id": press.message_id}
    stage.feed.publish("toast", **where, text=text, alert=bool(params.get("show_alert")), url=params.get("url"))
    return True


@answers
async def set_my_commands(call: Call) -> bool:
    stage, scope = call.stage, _scope(call)
    commands = [{name: command.get(name) for name in ("command", "description")} for command in call.params["commands"]]
    stage.settings.set_commands(commands, scope, call.params.get("language_code") or "")
    _tell_commands(call, scope)
    return True


@answers
async def delete_my_commands(call: Call) -> bool:
    scope = _scope(call)
    call.stage.settings.delete_commands(scope, call.params.get("language_code") or "")
    _tell_commands(call, scope)
    return True


def _scope(call: Call) -> Json:
    """The scope with its chat's id as a number; refuses a chat nobody knows."""
    scope: Json = call.params.get("scope") or {"type": "default"}
    if "chat_id" not in scope:
        return scope
    chat = call.stage.directory.find_chat(scope["chat_id"])
    if chat is None:
        raise bad_request("chat not found")
    return scope | {"chat_id": chat.id}


def _tell_commands(call: Call, scope: Json) -> None:
    stage = call.stage
    chat = stage.directory.chats.get(scope.get("chat_id", 0))
    shown = stage.settings.commands_in(chat) if chat else stage.settings.commands_for_everyone()
    stage.feed.publish("commands", chat=chat.id if chat else None, commands=shown)


def _set_text(call: Call, name: str) -> bool:
    call.stage.settings.set_text(name, call.params.get(name) or "", call.params.get("language_code") or "")
    call.stage.feed.publish("bot", bot=call.stage.settings.view(call.stage.bot_user))
    return True


@answers
async def set_my_description(call: Call) -> bool:
    return _set_text(call, "description")


@answers
async def set_my_short_description(call: Call) -> bool:
    return _set_text(call, "short_description")


@answers
async def get_chat_administrators(call: Call) -> list[Json]:
    """Whoever made the group; bots are not told of other bots, and ours is no administrator."""
    chat = call.chat()
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    makers = [call.stage.directory.people[person] for person in chat.members[:1]]
    return [{"user": person.as_user(), "status": "creator", "is_anonymous": False} for person in makers]


@answers
async def set_webhook(call: Call) -> bool:
    """Only remembered, never posted to: it is what keeps a bot from polling."""
    call.stage.updates.webhook = call.params.get("url") or ""
    return True


@answers
async def delete_webhook(call: Call) -> bool:
    if call.params.get("drop_pending_updates"):
        call.stage.updates.forget()
    call.stage.updates.webhook = ""
    return True


@answers
async def get_webhook_info(call: Call) -> Json:
    updates = call.stage.updates
    return {"url": updates.webhook, "has_custom_certificate": False, "pending_update_count": len(updates)}
