import statistics


async def execute(input_data: dict) -> dict:
    answers = input_data["answers"]
    since = input_data.get("since")
    weights = input_data.get("weights", {})
    place = input_data.get("place")
    picked = [answer["picked"] * weights.get("choice", 1) for answer in answers if answer["kind"] == "choice"]
    scores = {"mean": statistics.mean(picked), "spread": statistics.pstdev(picked)}
    summary = f"{len(picked)} since {since} at {place}"
    return {"summary": summary, "scores": scores}
