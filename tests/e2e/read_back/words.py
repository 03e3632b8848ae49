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

TOTALS = {
    "Надійшло": "submitted",
    "Оприлюднено": "published",
    "Об’єднано з іншими": "merged",
    "Приховано": "hidden",
    "Відкликано авторами": "withdrawn",
    "Вилучено персональні дані з тексту": "redacted",
}
