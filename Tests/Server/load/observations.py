"""What readers have seen, held against the releases."""

import collections
import hashlib


class Observations:
    """What was answered, counted; readers see the same again and again.

    A reader says with each answer which releases it may be of: `oldest` is the last one whose publish had
    ended when the request was sent, `newest` the last one whose publish had begun when the answer was there.
    Releases are counted from 1.
    """

    def __init__(self):
        self._seen = collections.Counter()

    def add(self, path, status, tag, body, oldest, newest):
        """Counts an answer; `tag` is its ETag, or for a 304 the one that was asked with."""
        digest = None if status == 304 or body is None else _digest(body)
        self._seen[path, status, tag, digest, oldest, newest] += 1

    def update(self, other):
        self._seen.update(other._seen)

    def statuses(self):
        """How often each status was answered."""
        statuses = collections.Counter()
        for (_, status, *_), count in self._seen.items():
            statuses[status] += count
        return statuses

    def faults(self, releases):
        """Says what was answered and should not have been.

        releases -- for each release its files: bytes by path
        """
        numbers = collections.defaultdict(set)
        for number, files in enumerate(releases, 1):
            for path, content in files.items():
                numbers[path, _digest(content)].add(number)
        tags = self._tags()
        faults = [
            f"{path}: tag {tag} is said of other bytes, too: it is the tag of {len(digests)} contents; another tag is due"
            for (path, tag), digests in tags.items()
            if len(digests) > 1
        ]
        ambiguous = {key for key, digests in tags.items() if len(digests) > 1}
        for (path, status, tag, digest, oldest, newest), count in self._seen.items():
            what = f"{path}: {count} times"
            if status not in (200, 304):
                faults.append(f"{what} {status}")
                continue
            if (path, tag) in ambiguous:
                continue
            if status == 304:
                digest = next(iter(tags.get((path, tag), ())), None)
            found = numbers.get((path, digest), set())
            allowed = range(oldest, newest + 1)
            if not found:
                faults.append(f"{what} bytes of no release")
            elif not found & set(allowed):
                if status == 304:
                    faults.append(f"{what} 304 for tag {tag}, which is not the tag of release {oldest}")
                elif max(found) < oldest:
                    faults.append(f"{what} stale: release {max(found)} after {oldest} was published")
                else:
                    faults.append(f"{what} release {min(found)}, which was not yet published")
        return sorted(faults)

    def _tags(self):
        tags = collections.defaultdict(set)
        for path, status, tag, digest, *_ in self._seen:
            if status == 200:
                tags[path, tag].add(digest)
        return tags


def _digest(content):
    return hashlib.sha256(content).digest()[:16]
