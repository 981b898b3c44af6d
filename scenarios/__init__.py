"""The calls that come with RoleCall. A package, so that no folder of the same name elsewhere is merged in."""
