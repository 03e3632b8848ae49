# viche_embedded_text(TARGET FILE NAMESPACE NAME): a library with `extern const std::string_view
# NAMESPACE::NAME`, the text of FILE, inside the binary.
function(viche_embedded_text target file namespace name)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  string(CONCAT source
    "// Written by cmake/embedded_text.cmake.\n#include <string_view>\n\n"
    "namespace ${namespace} {\n\nextern const std::string_view ${name};\n"
    "const std::string_view ${name} = R\"embedded(${text})embedded\";\n\n"
    "} // namespace ${namespace}\n")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded/${target}.cpp CONTENT "${source}" @ONLY)
  add_library(${target} STATIC ${CMAKE_BINARY_DIR}/embedded/${target}.cpp)
  target_link_libraries(${target} PRIVATE viche_options)
endfunction()

# The reader of edited tables, and the page that stands where the results will.
viche_embedded_text(viche_read_table ${CMAKE_SOURCE_DIR}/server/consideration/read_table.py
  viche::consideration read_table_script)
viche_embedded_text(viche_results_page ${CMAKE_SOURCE_DIR}/server/report/results.html.mustache
  viche::report results_page_template)
