"""Words that mean the same in every answer: politeness, "about", limits, "I do not know"."""

from collections.abc import Mapping

from bot.core.vocabulary import SharedWords

_CLASSES = {
    **{name: name for name in ("noise", "between", "stop", "vague", "all", "unknown", "range", "sep")},
    "or_so": "or_so",
    "about": "about:kira",
    "more": "bound:lebih",
    "less": "bound:kurang",
    "choice": "range:or",
    "above": "ahead:lebih",
    "below": "ahead:kurang",
    "upward": "behind:lebih",
    "downward": "behind:kurang",
}


def shared(words: SharedWords) -> Mapping[str, str]:
    """The class of each word and phrase. "Tidak" before "tahu" is "I do not know", unless a list says otherwise."""
    unknown = {f"{no} {verb}": "unknown" for no in words.no for verb in words.know}
    return (
        unknown
        | _limits(words)
        | {"\n": "sep"}
        | {word: kind for name, kind in _CLASSES.items() for word in getattr(words, name)}
    )


def _limits(words: SharedWords) -> dict[str, str]:
    """ "Tidak sampai", "belum cukup"; only what says no by itself: "kurang lebih" is "about"."""
    no = [word for word in words.no if word in words.stop]
    less = {f"{one} {verb}": "bound:kurang" for one in no for verb in words.reach}
    return less | {f"{one} {verb}": "bound:lebih" for one in no for verb in words.fall}
