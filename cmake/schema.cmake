# viche_schema: schema.sql inside the binary, as viche::store::schema_sql.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/schema.sql)
file(READ ${CMAKE_SOURCE_DIR}/schema.sql schema_text)
string(CONCAT schema_source
  "// Written by cmake/schema.cmake from schema.sql.\n#include \"store/schema.hpp\"\n\n"
  "namespace viche::store {\n\nconst std::string_view schema_sql = R\"schema(${schema_text})schema\";\n\n"
  "} // namespace viche::store\n")
# Written only when it differs, so that a mere configure does not compile anything again.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/schema/schema.cpp CONTENT "${schema_source}" @ONLY)

add_library(viche_schema STATIC ${CMAKE_BINARY_DIR}/schema/schema.cpp)
target_link_libraries(viche_schema PRIVATE viche_options)
