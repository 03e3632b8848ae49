// The header-only Boost libraries, compiled once here so that no other file pays for them.
// Whoever includes <boost/asio/...> or <boost/beast/...> links against this file.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
#include <boost/json/src.hpp>
