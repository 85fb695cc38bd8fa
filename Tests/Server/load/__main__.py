"""Many readers of a server while plans are published, over the loopback interface.

usage: python Tests/Server/load [--readers 10000] [--seconds 60] [--interval 5] [--server lichsong-serve|nginx]

Ends with 1 where any reader got anything but the whole of a release that was then to be seen.
"""

import argparse
import pathlib
import resource
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(FOLDER.parent), str(FOLDER.parents[1] / "PythonSupport")]

from load.publisher import Publisher  # noqa: E402
from load.run import load  # noqa: E402
from serving import LichSongServe, Nginx  # noqa: E402

SERVERS = {kind.name: kind for kind in (LichSongServe, Nginx)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readers", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--interval", type=float, default=5, help="seconds between two looks of a reader")
    parser.add_argument("--pause", type=float, default=1, help="seconds between two publishes")
    parser.add_argument("--server", choices=SERVERS, default=LichSongServe.name)
    arguments = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if arguments.readers > most - 500:
        parser.error(f"each reader takes an open file, and {most:,} are allowed: ulimit -Hn, or fewer readers")
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory(prefix="lichsong-load-") as folder:
        pathlib.Path(folder).chmod(0o755)
        report = load(
            SERVERS[arguments.server], Publisher(folder), arguments.readers, arguments.seconds,
            arguments.interval, arguments.pause,
        )
    print(report.table())
    sys.exit(1 if report.faults else 0)


if __name__ == "__main__":
    main()
