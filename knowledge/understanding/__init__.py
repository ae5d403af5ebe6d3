"""A parent's words into questions: ages, the film, topics, intent. Answers nothing; knows no Discord."""
