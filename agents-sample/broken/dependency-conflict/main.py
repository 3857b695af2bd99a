import requests


def execute(input_data):
    page = requests.get(input_data["text"], timeout=10)
    return {"words": len(page.text.split())}
