"""Compiles the catalogues when RoleCall is built, as a wheel or as an editable install."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Puts the .mo files beside the .po files, and into the wheel although git ignores them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Called by hatchling before it collects the files."""
        sys.path.insert(0, self.root)
        from simulator.words.catalogue import compile_all

        compile_all()
        build_data["artifacts"].append("/simulator/words/locale/**/*.mo")
