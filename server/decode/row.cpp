// Entry ↔ row of the store.
#include "decode/row.hpp"

#include "decode/fields.hpp"

namespace viche::decode {
namespace {

// Texts stand beside the JSON, by ordinal; they were normalised before they were written.
struct row_texts {
  const std::vector<std::optional<std::string>>& texts;

  template <std::size_t Max, std::size_t Min>
  model::verdict read(const json::value& in, model::text_of<Max, Min>& out,
                      const char* field) const {
    boost::system::error_code wrong;
    const auto ordinal = in.to_number<std::size_t>(wrong);
    if (wrong || ordinal >= texts.size()) return malformed(field);
    out.value = texts[ordinal].value_or("");
    return model::may;
  }
  bool is_picture(std::string_view base64) const { return is_like_picture(base64); }
};

} // namespace

model::log_row encode_row(const ops::entry& e) {
  model::log_row row;
  row.seq = e.at.seq;
  row.kind = ops::name_of(e.what);
  row.time_ms = e.at.time_ms;
  row.op_id = e.op_id;
  row.by = e.at.by;
  row_writer writer(row.texts);
  row.fields =
      std::visit([&](const auto& op) { return json::serialize(writer.write_object(op)); }, e.what);
  return row;
}

result<ops::entry> decode_row(const model::log_row& row) {
  boost::system::error_code wrong;
  const auto value = json::parse(row.fields, wrong);
  const auto* fields = wrong ? nullptr : value.if_object();
  if (fields == nullptr) return fault::storage_corrupt;
  std::optional<ops::any_op> what;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, ops::any_op>>(
      [&]<class Op>(boost::mp11::mp_identity<Op>) {
        if (Op::name != row.kind) return;
        Op op;
        if (!field_reader<row_texts>({row.texts}).read_object(*fields, op)) what = std::move(op);
      });
  if (!what) return fault::storage_corrupt;
  return ops::entry{{row.seq, row.time_ms, row.by}, row.op_id, std::move(*what)};
}

} // namespace viche::decode
