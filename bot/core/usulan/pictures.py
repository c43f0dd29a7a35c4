"""Taking one picture out of whatever holds it: answers, a draft."""

from typing import Any


def unique_id_of(told: Any, file_id: str) -> str:
    """What the messenger calls the same picture wherever it is sent; empty when it is not here."""
    parts = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    if isinstance(told, dict) and told.get("file_id") == file_id:
        return str(told.get("unique_id") or "")
    return next((found for part in parts if (found := unique_id_of(part, file_id))), "")


def without_picture(told: Any, unique_id: str) -> Any:
    """The same without this picture, and without lists that held nothing else."""
    if isinstance(told, dict):
        kept = {key: without_picture(part, unique_id) for key, part in told.items()}
        return {key: part for key, part in kept.items() if part != [] or told[key] == []}
    if isinstance(told, list):
        parts = [part for part in told if not (isinstance(part, dict) and part.get("unique_id") == unique_id)]
        return [without_picture(part, unique_id) for part in parts]
    return told


def draft_without_picture(state: dict[str, Any], unique_id: str) -> dict[str, Any]:
    """A draft asks again what only this picture had answered."""
    told = dict(state)
    for part in ("answers", "before"):
        kept = {key: without_picture(answer, unique_id) for key, answer in state.get(part, {}).items()}
        told[part] = {key: answer for key, answer in kept.items() if "value" in answer}
    return told
