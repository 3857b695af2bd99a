"""aiohttp's bytes, for a recording: what its writer sends and its protocol receives. In place only where they are wanted."""


def patch_writer(module):
    writer = module.StreamWriter
    write, write_lines = writer._write, getattr(writer, "_writelines", None)

    def write_seen(self, chunk):
        tell(self, (chunk,))
        return write(self, chunk)

    def write_lines_seen(self, chunks):
        chunks = tuple(chunks)
        tell(self, chunks)
        return write_lines(self, chunks)

    writer._write = write_seen
    if write_lines is not None:
        writer._writelines = write_lines_seen


def tell(writer, chunks):
    captured = captured_of(writer.protocol)
    if captured is not None:
        for chunk in chunks:
            captured.wrote(bytes(chunk))


def patch_protocol(module):
    handler = module.ResponseHandler
    data_received, connection_lost = handler.data_received, handler.connection_lost

    def data_received_seen(self, data):
        captured = captured_of(self)
        if captured is not None:
            captured.response_wire.add(data)
        return data_received(self, data)

    def connection_lost_seen(self, exc):
        captured = captured_of(self)
        if captured is not None:
            captured.lost = exc
        return connection_lost(self, exc)

    handler.data_received, handler.connection_lost = data_received_seen, connection_lost_seen


def captured_of(protocol):
    exchange = getattr(protocol, "_hermes", None)
    return exchange.captured if exchange is not None else None
