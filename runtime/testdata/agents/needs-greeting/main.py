from tiny_greeting import greet


def execute(input_data):
    return {"text": greet(input_data["name"])}
