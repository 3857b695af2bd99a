import os


def execute(input_data):
    # What an agent needs comes with its input; the host's environment is out of sight.
    longest = int(os.environ["LONGEST_TEXT"])
    return {"words": len(input_data.get("text", "")[:longest].split())}
