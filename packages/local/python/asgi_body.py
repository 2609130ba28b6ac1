"""The body of an ASGI request. Parts of it can be read before the application reads the body."""

MOST_DRAINED_BYTES = 8 * 1024 * 1024


class Body:
    def __init__(self, receive):
        self._receive = receive
        self._ahead: list[dict] = []
        self.is_complete = False

    async def receive(self) -> dict:
        """Called by the application. Returns the messages that were read ahead, then the further messages."""
        return self._ahead.pop(0) if self._ahead else await self._next()

    async def read_ahead(self) -> bytes:
        message = await self._next()
        self._ahead.append(message)
        return message.get("body", b"")

    async def read_all_ahead(self) -> bytes:
        chunks = []
        while not self.is_complete:
            chunks.append(await self.read_ahead())
        return b"".join(chunks)

    async def drain(self) -> None:
        """Reads the rest of the body, because many clients read the response only after they have sent the whole request."""
        drained = 0
        while not self.is_complete and drained <= MOST_DRAINED_BYTES:
            drained += len((await self._next()).get("body", b""))

    async def _next(self) -> dict:
        message = await self._receive()
        self.is_complete = message["type"] != "http.request" or not message.get("more_body", False)
        return message
