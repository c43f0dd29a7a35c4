"""What came of an announcement: who has it, who understood, as a screen, a file and in words."""
