"""The table from which the office types into SIPD, one row an usulan, own words beside the office's; and the way back:
what SIPD answers becomes what their proposers hear."""
