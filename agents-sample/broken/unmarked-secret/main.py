def execute(input_data):
    if not input_data.get("api_key"):
        raise ValueError("the key is missing")
    return {"words": len(input_data.get("text", "").split())}
