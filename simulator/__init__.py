"""The call: what a scenario says, how it is played, recorded, analysed and shown."""

__version__ = "0.1.0"
