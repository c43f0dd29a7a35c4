"""Checks in the field: given to somebody who neither brought the usulan nor wrote it down, filled in, ended."""
