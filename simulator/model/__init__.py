"""The vocabulary of RoleCall: frozen values that every other part reads and none changes. Standard library only."""
