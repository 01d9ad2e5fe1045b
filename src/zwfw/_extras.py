"""What is loaded on first use, and comes with an extra."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Import in this block what an extra brings.

    Raises:
        ModuleNotFoundError: If it is not installed; the extra is named.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            f'{error.name} is not installed; it comes with pip install "zwfw[{name}]"', name=error.name
        ) from None
