internal import Hummingbird

/// Serves a folder of exports over HTTP.
package enum FeedServer {
}
