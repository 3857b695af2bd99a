def execute(input_data):
    return {"got": input_data}
