"""In the hall: guests by name, the programme with its minutes, turns to speak, usulan read back, lists on paper."""
