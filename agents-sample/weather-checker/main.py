import requests


def execute(input_data):
    response = requests.get(f"{input_data['base_url']}/weather", params={"q": input_data["city"]}, timeout=10)
    response.raise_for_status()
    report = response.json()
    return {"temperature": report["main"]["temp"], "condition": report["weather"][0]["description"]}
