"""The headings, labels and flags of review pages, and what each is about. Reading a page: review_page.py."""

# What a heading's text belongs to. An empty field: nothing of it is for an entry.
HEADINGS = {
    "what parents need to know": "findings",
    "positive messages": "findings.positive_messages",
    "positive role models": "findings.positive_role_models",
    "violence": "findings.violence",
    "violence scariness": "findings.violence",
    "sex": "findings.sex",
    "sex romance nudity": "findings.sex",
    "language": "findings.language",
    "consumerism": "findings.consumerism",
    "products purchases": "findings.consumerism",
    "drinking drugs smoking": "findings.alcohol",
    "parents need to know": "parents_need_to_know",
    "what s the story": "story",
    "is it any good": "quality",
    "families can talk about": "talk_about",
    "movie details": "",
    "about these links": "",
    "read more": "",
    "about our ratings": "",
    "great handpicked alternatives": "alternatives",
    "what parents and kids say": "",
    "what other families should know": "",
}
FLAGS = {
    "too much violence": "violence",
    "too much sex": "sex",
    "too much swearing": "language",
    "too much consumerism": "consumerism",
    "too much drinking drugs smoking": "alcohol",
    "great messages": "positive_messages",
    "great role models": "positive_role_models",
}
LABELS = {
    "rated": "rated",
    "mpaa rating": "rated",
    "mpaa explanation": "reason",
    "genre": "genres",
    "release year": "year",
    "running time": "runtime",
    "run time": "runtime",
    "theatrical release date": "theatrical",
    "dvd streaming release date": "home",
    "dvd release date": "home",
    "cast": "cast",
    "director": "directors",
    "directors": "directors",
    "studio": "studio",
}
WHO = {"Teen": "teen", "Kid": "kid", "Parent": "parent", "Adult": "parent", "Educator": "educator"}
