"""The hall: guests, points of the programme, turns to speak."""
