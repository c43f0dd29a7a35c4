"""What an answer tells besides what was asked, and where each part of it belongs."""
