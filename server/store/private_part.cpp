// Boost.JSON writes and reads private parts. What is hashed are the stored bytes: reading and
// writing them again must never be needed.
#include "store/private_part.hpp"

#include "model/wire_name.hpp"

#include <boost/json.hpp>

namespace viche::store {
namespace {

namespace json = boost::json;

const json::string* string_in(const json::object& o, std::string_view key) {
  const auto* value = o.if_contains(key);
  return value == nullptr ? nullptr : value->if_string();
}

const json::object* object_in(const json::object& o, std::string_view key) {
  const auto* value = o.if_contains(key);
  return value == nullptr ? nullptr : value->if_object();
}

} // namespace

std::string encode_private_part(const model::log_row& row) {
  const json::value op = json::parse(row.fields);
  if (!op.is_object()) {
    throw boost::system::system_error(json::make_error_code(json::error::not_object));
  }
  const json::object part{
      {"actor", {{"as", model::wire_name(row.by.as)}, {"id", to_hex(row.by.id)}}},
      {"op_id", row.op_id},
      {"time_ms", row.time_ms},
      {"op", op}};
  return json::serialize(part);
}

bool decode_private_part(std::string_view bytes, model::log_row& row) {
  boost::system::error_code failed;
  const json::value parsed = json::parse(bytes, failed);
  if (failed || !parsed.is_object()) return false;
  const auto& part = parsed.get_object();
  const auto* actor = object_in(part, "actor");
  const auto* op = object_in(part, "op");
  const auto* op_id = string_in(part, "op_id");
  const auto* time_ms = part.if_contains("time_ms");
  if (actor == nullptr || op == nullptr || op_id == nullptr || time_ms == nullptr) return false;
  const auto* as = string_in(*actor, "as");
  const auto* id = string_in(*actor, "id");
  if (as == nullptr || id == nullptr || !time_ms->is_int64()) return false;
  const auto by = model::from_wire_name<model::role>(std::string_view{*as});
  const auto hash = model::id128_from_hex(*id);
  if (!by || !hash) return false;
  row.by = {.as = *by, .id = *hash};
  row.op_id.assign(op_id->data(), op_id->size());
  row.time_ms = time_ms->get_int64();
  row.fields = json::serialize(*op);
  return true;
}

} // namespace viche::store
