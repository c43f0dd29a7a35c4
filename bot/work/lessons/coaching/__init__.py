"""Trainers and their learners: questions and answers, greetings, hard questions told aloud, remarks."""
