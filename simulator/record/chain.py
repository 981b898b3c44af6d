"""The hash chain: each event carries the hash of the one before it. Bytes in, hash out; nothing is stored here.

A chain shows any change that does not recompute it; a hash written down elsewhere (an anchor) shows the others.
"""

from __future__ import annotations

import hashlib
import hmac

GENESIS = bytes(32)
"""What stands before the first event."""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKS_LIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_CODE_LENGTH = 8


def link(previous: bytes, body: bytes) -> bytes:
    """The hash (32 bytes) of the event whose envelope is `body`, behind the event that has hash `previous`."""
    return hashlib.sha256(previous + body).digest()


def short_code(head: bytes | str) -> str:
    """Forty bits of a head hash (bytes or hex) for a person to write down: `7K3M-9QXD`."""
    digest = bytes.fromhex(head) if isinstance(head, str) else head
    bits = int.from_bytes(digest[:5], "big")
    letters = "".join(_ALPHABET[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}"


def same_code(written: str, head: bytes | str) -> bool:
    """Whether `written`, a short code or a whole hash as a person copied it, stands for the hash `head`."""
    hex_head = head if isinstance(head, str) else head.hex()
    plain = "".join(c for c in written if c.isalnum())
    if len(plain) == len(hex_head):
        return hmac.compare_digest(plain.lower().encode(), hex_head.encode())
    code = plain.upper().translate(_LOOKS_LIKE)
    return len(code) == _CODE_LENGTH and code == short_code(hex_head).replace("-", "")


def words_digest(salt: bytes, words: str) -> str:
    """The salted SHA-256 (hex) that a `Typed` event carries for the words."""
    return hashlib.sha256(salt + words.encode("utf-8", "surrogatepass")).hexdigest()
