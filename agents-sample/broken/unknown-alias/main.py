def execute(input_data):
    print("a text in", input_data.get("language"))
    words = input_data.get("text", "").split()
    return {"words": len(words)}
