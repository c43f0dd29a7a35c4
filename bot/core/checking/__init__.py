"""What has to be seen with one's own eyes before an usulan is believed, and what of it contradicts what was told."""
