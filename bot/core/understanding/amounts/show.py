"""Numbers as they are written here: 1.250, 2,5, Rp1.250.000."""

from fractions import Fraction


def is_plain(value: Fraction) -> bool:
    """Whether a number can be written down unmistakably: "1,250" would be read as a thousand by some."""
    return (value * (1000 if value < 1 else 100)).denominator == 1


def show_number(value: Fraction | int) -> str:
    """Dots between thousands, a comma before decimals; at most three decimals."""
    whole, part = divmod(round(Fraction(value) * 1000), 1000)
    decimals = f"{part:03}".rstrip("0")
    return f"{whole:,}".replace(",", ".") + (f",{decimals}" if decimals else "")


def show_money(rupiah: int) -> str:
    return f"Rp{show_number(rupiah)}"
