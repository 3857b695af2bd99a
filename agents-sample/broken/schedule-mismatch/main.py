def execute(input_data):
    words = input_data.get("text", "").split()
    return {"words": len(words)}
