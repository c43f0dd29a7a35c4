"""A day of training: invited, confirmed, attended by the code on the wall, tested in the morning and at the end."""
