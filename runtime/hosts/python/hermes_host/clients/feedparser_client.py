"""feedparser decides on a feed's charset by itself; its exchanges are seen in urllib or requests."""


def patch_encodings(module, exchanges):
    convert = module.convert_to_utf8

    def convert_seen(http_headers, data, result, *args, **kwargs):
        converted = convert(http_headers, data, result, *args, **kwargs)
        used = result.get("encoding")
        if used and isinstance(converted, bytes):
            exchanges.garbled.decoded(data, converted.decode("utf-8", "replace"), used)
        return converted

    module.convert_to_utf8 = convert_seen
