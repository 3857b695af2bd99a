def execute(input_data):
    text = input_data.get("text", "")
    if input_data.get("options", {}).get("lower"):
        text = text.lower()
    return {"words": len(text.split())}
