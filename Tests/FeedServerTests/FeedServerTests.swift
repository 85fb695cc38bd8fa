import FeedServer
import Testing
