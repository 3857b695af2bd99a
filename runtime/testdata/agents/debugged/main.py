import json


def price_of(item):
    amount = item["amount"]
    total = amount * 2
    return total


def parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


def execute(input_data):
    totals = []
    for item in input_data.get("items", []):
        totals.append(price_of(item))
    note = parsed(input_data.get("note", "{}"))
    return {"totals": totals, "note": note}
