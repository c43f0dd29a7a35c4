"""The sheet from which the office types into SIPD: one row an usulan, own words beside the office's."""
