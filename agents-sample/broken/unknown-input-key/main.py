def execute(input_data):
    # The input has "text".
    words = input_data["txet"].split()
    return {"words": len(words)}
