"""What SIPD answers, as it stands in a file of the office."""
