# viche_report_template: the HTML report's template, its style sheet and its script, inside the
# binary.
string(CONCAT report_texts
  "// Written by cmake/report_template.cmake.\n#include \"report/html_template.hpp\"\n\n"
  "namespace viche::report {\n\n")
foreach(embedded html_template:report.html.mustache html_annexes:annexes.html.mustache
    html_style:report.css html_script:report.js)
  string(REPLACE ":" ";" embedded ${embedded})
  list(GET embedded 0 name)
  list(GET embedded 1 file)
  set(file ${CMAKE_SOURCE_DIR}/server/report/${file})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  string(CONCAT report_texts "${report_texts}"
    "const std::string_view ${name} = R\"template(${text})template\";\n\n")
endforeach()
string(CONCAT report_texts "${report_texts}" "} // namespace viche::report\n")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/report/html_template.cpp CONTENT "${report_texts}" @ONLY)

add_library(viche_report_template STATIC ${CMAKE_BINARY_DIR}/report/html_template.cpp)
target_link_libraries(viche_report_template PRIVATE viche_options)
