"""The calendar: dates that are set and moved, tasks that follow them, and who is told."""
