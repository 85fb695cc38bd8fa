"""Web servers of exports, as programs that tests start and stop."""

from serving.lichsong_serve import LichSongServe
from serving.nginx import Nginx

__all__ = ["LichSongServe", "Nginx"]
