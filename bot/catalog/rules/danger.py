"""Danger words: whom to call is known, and nobody in danger is answered without a number."""

from bot.catalog.danger import FILE
from bot.catalog.draft import Draft
from bot.catalog.needed import Needed


def judge(draft: Draft, _needed: Needed) -> None:
    if draft.danger is None:
        return
    contacts, seen = draft.danger.contacts, set[str]()
    for case in draft.danger.cases:
        at = f"kasus.{case.key}"
        if case.key in seen:
            draft.report(FILE, at, f"Kunci “{case.key}” dipakai dua kali.")
        seen.add(case.key)
        for key in case.contacts:
            if key not in contacts:
                draft.report(FILE, f"{at}.hubungi", f"Nomor “{key}” tidak ada di bagian nomor.")
        if not any(contacts[key].number for key in case.contacts if key in contacts):
            draft.report(FILE, f"{at}.hubungi", "Belum ada satu pun nomor yang bisa dihubungi.")
