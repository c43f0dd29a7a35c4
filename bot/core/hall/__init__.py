"""The hall: guests, points of the agenda, turns to speak."""
