import requests

# Comes from beautifulsoup4, which agent.yaml does not ask for.
from bs4 import BeautifulSoup


def execute(input_data):
    page = requests.get(input_data["text"], timeout=10)
    return {"words": len(BeautifulSoup(page.text, "html.parser").get_text().split())}
