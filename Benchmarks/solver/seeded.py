"""Numbers from a seed, the same on every machine and in every version of Python.

`random.Random` promises that only for `random()`; what the plans are must not depend on it.
"""

import hashlib

MASK = (1 << 64) - 1


class Seeded:
    """SplitMix64 (Steele, Lea and Flood, 2014), seeded with a name."""

    def __init__(self, name):
        self.state = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")

    def next(self):
        """The next 64 bits."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        value = self.state
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
        return value ^ (value >> 31)

    def between(self, low, high):
        """An integer from low to high, both included."""
        return low + self.next() % (high - low + 1)

    def chance(self, percent):
        """Whether something that happens so often happens now."""
        return self.between(0, 99) < percent

    def choice(self, items):
        """One of the items."""
        return items[self.between(0, len(items) - 1)]

    def sample(self, items, count):
        """Some of the items, in the order in which they stand."""
        left = list(range(len(items)))
        chosen = [left.pop(self.between(0, len(left) - 1)) for _ in range(count)]
        return [items[index] for index in sorted(chosen)]
