"""What an usulan is worth: how well it is told, what is missing, where there is danger."""
