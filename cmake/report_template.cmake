# viche_report_template: the HTML report's template inside the binary.
set(report_template ${CMAKE_SOURCE_DIR}/server/report/report.html.mustache)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${report_template})
file(READ ${report_template} report_template_text)
string(CONCAT report_template_source
  "// Written by cmake/report_template.cmake.\n#include \"report/html_template.hpp\"\n\n"
  "namespace viche::report {\n\n"
  "const std::string_view html_template = R\"template(${report_template_text})template\";\n\n"
  "} // namespace viche::report\n")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/report/html_template.cpp
  CONTENT "${report_template_source}" @ONLY)

add_library(viche_report_template STATIC ${CMAKE_BINARY_DIR}/report/html_template.cpp)
target_link_libraries(viche_report_template PRIVATE viche_options)
