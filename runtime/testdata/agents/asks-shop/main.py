import urllib.request


def stock(number):
    url = f"http://shop.example/stock/{number}"
    with urllib.request.urlopen(url) as response:
        return response.read().decode()


def execute(input_data):
    try:
        return {"stock": stock(9)}
    except Exception as error:
        return {"error": str(error)}
