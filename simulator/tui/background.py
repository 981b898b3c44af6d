"""Work beside the screens, in threads that nothing waits for when the program is left."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from typing import TypeVar

R = TypeVar("R")


async def in_thread(work: Callable[[], R]) -> R:
    """The result of `work`, made in a thread of its own. Raises what `work` raises.

    asyncio's own threads are waited for when the loop ends: a long analysis would hold the shell's prompt back. What
    must be written is waited for by whoever closes the record.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[R] = loop.create_future()

    def deliver(result: R | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result, fault = None, None
        try:
            result = work()
        except BaseException as error:
            fault = error
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(deliver, result, fault)

    threading.Thread(target=copy_context().run, args=(run,), daemon=True).start()
    return await future
