"""What Hypothesis calls when it is imported: strategies for the types of zwfw, each registered once its module is."""

import sys
from collections.abc import Sequence
from functools import partial
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["register"]

_STRATEGIES = MappingProxyType(
    {
        "zwfw.areas": {"Area": "areas"},
        "zwfw.context": {"Context": "contexts"},
        "zwfw.records": {
            "Case": "cases",
            "Correction": "corrections",
            "FollowUp": "follow_ups",
            "MaterialTaken": "materials_taken",
            "SpecialStep": "special_steps",
        },
    }
)
"""The module, each of its types, and the function of :mod:`zwfw.testing.strategies` that makes them."""


def register() -> None:
    """Make ``st.from_type(Case)`` and its like draw records that are valid.

    Hypothesis calls this from the entry point of the package. It loads nothing of zwfw: a type is registered as soon as
    its module has been loaded by somebody, and its strategy is made when it is first asked for.
    """
    waiting = [name for name in _STRATEGIES if name not in sys.modules]
    for name in _STRATEGIES:
        if name in sys.modules:
            _register_types_of(sys.modules[name])
    if waiting:
        sys.meta_path.insert(0, _Watch(waiting))


def _register_types_of(module: ModuleType) -> None:
    from hypothesis.strategies import register_type_strategy

    for kind, strategy in _STRATEGIES[module.__name__].items():
        register_type_strategy(getattr(module, kind), partial(_strategy, strategy))


def _strategy(name: str, _: type) -> "SearchStrategy[Any]":
    from zwfw.testing import strategies

    found: SearchStrategy[Any] = getattr(strategies, name)()
    return found


class _Watch(MetaPathFinder):
    """Waits for modules to be loaded; it finds them as the other finders do, and leaves once it has seen them all."""

    def __init__(self, waiting: list[str]) -> None:
        self.waiting = waiting

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec of a module that is waited for, with a loader that registers its types afterwards."""
        del path, target
        if fullname not in self.waiting:
            return None
        self.waiting.remove(fullname)
        if not self.waiting:
            sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _Registering(spec.loader)
        return spec


class _Registering(Loader):
    """Loads a module as its own loader does, gives that back its place, and registers the types."""

    def __init__(self, own: Loader) -> None:
        self.own = own

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """What the module's own loader creates."""
        return self.own.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module and register its types."""
        if module.__spec__ is not None:
            module.__spec__.loader = self.own
        module.__loader__ = self.own
        self.own.exec_module(module)
        _register_types_of(module)
