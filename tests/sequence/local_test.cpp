// The sequencer of one machine keeps the contract.
#include "sequence/local.hpp"

#include "sequence/contract.hpp"

namespace viche::sequence {
namespace {

TEST_CASE("the local sequencer keeps the contract") {
  check_contract(
      [](model::seq_t seq, model::time_ms_t time) { return std::make_unique<local>(seq, time); });
}

} // namespace
} // namespace viche::sequence
