"""How the reports say in Ukrainian what is compared: headings of columns, names of figures."""

NUMBER = "№"
TEXT = "Зміст пропозиції"
INTO = "До № основної"
AREA = "Напрям"
PROPOSALS = "Пропозиції"
PLACE = "Місце"
FIGURE = "Показник"
COUNT = "Кількість"
VALUE = "Значення"
SECTION = "Розділ"
# Only where something was given otherwise than online are there two; the total is asked for.
TOTAL = ("Разом", "Голоси")
# A council's form calls the number so in the table of consideration.
SAME = {"№ з/п": NUMBER}

TOTALS = {
    "Надійшло": "submitted",
    "Оприлюднено": "published",
    "Об’єднано з іншими": "merged",
    "Приховано": "hidden",
    "Відкликано авторами": "withdrawn",
    "Вилучено персональні дані з тексту": "redacted",
}

# The turnout, as a sentence says it and as the workbook does.
VOTED = (
    r"Проголосували: (?P<voters>[\d\s]+)[.,].*?Віддано голосів: (?P<given>[\d\s]+);"
    r"\s+ураховано за\s+оприлюдненими\s+пропозиціями:\s+(?P<counted>[\d\s]+)\."
)
VOTES = {
    "Проголосували онлайн": "voters",
    "Проголосували на папері": "voters",
    "Віддано голосів": "given",
    "Ураховано голосів онлайн": "counted",
    "Ураховано голосів на папері": "counted",
}
SECTION_VOTES = "Результати голосування"
SECTION_INDICATORS = "Показники участі"

# Captions of tables, by which a PDF is read.
CAPTION = r"Таблиця\s+\d+\. (.+)"
CAPTION_TOTALS = "Рух пропозицій"
CAPTION_AREAS = "Оприлюднені пропозиції за основним напрямом"
CAPTION_RANKING = "Першочергові пропозиції"
CAPTION_CONSIDERATION = "Розгляд пропозицій"
CAPTION_INDICATORS = "Показники участі"

# What a project card says of its proposal.
CARD = r"Пропозиція № (\d+) .*?: (\d+)\. Голосів: (\d+)\."
