import requests
import yaml


def price_of(article):
    answer = requests.get("https://api.example.com/" + article, timeout=5)
    return yaml.safe_load(answer.text)["price"]


def execute(input_data):
    customer = input_data["customer"]
    lines = input_data["lines"]
    discount = input_data.get("discount", 5)
    currency = input_data.get("currency")
    api_key = input_data.get("api_key")
    note = input_data.get("note", "")
    reasons = []
    if api_key is None:
        reasons.append("no key for " + customer + note + str(currency))
    total = sum(price_of(line["article"]) * line["count"] for line in lines)
    return {
        "total": total * (1 - discount / 100),
        "accepted": not reasons,
        "reasons": reasons,
    }
