"""Reads the body of an ASGI request so that it can be read again."""

MOST_DRAINED_BYTES = 8 * 1024 * 1024


async def read_all(receive) -> tuple[list[dict], bytes]:
    messages = []
    while not messages or messages[-1].get("more_body", False):
        messages.append(await receive())
    return messages, b"".join(message.get("body", b"") for message in messages)


def as_received(messages: list[dict], receive):
    """Hands out what was received already, then what comes."""
    left = list(messages)

    async def receive_again():
        return left.pop(0) if left else await receive()

    return receive_again


async def drain(receive) -> None:
    drained, more = 0, True
    while more and drained <= MOST_DRAINED_BYTES:
        message = await receive()
        drained += len(message.get("body", b""))
        more = message["type"] == "http.request" and message.get("more_body", False)
