def execute(input_data):
    text = input_data.get("text", "")
    # A list is no object.
    return [len(line.split()) for line in text.splitlines()]
