# viche_scenario: the 109 ideas that the desk's rehearsal plays, inside the binary.
set(scenario ${CMAKE_SOURCE_DIR}/tests/data/serhiivka-109-illustrative.csv)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${scenario})
file(READ ${scenario} scenario_text)
string(CONCAT scenario_source
  "// Written by cmake/scenario.cmake.\n#include \"commands/scenario_text.hpp\"\n\n"
  "namespace viche::commands {\n\n"
  "const std::string_view scenario_text = R\"scenario(${scenario_text})scenario\";\n\n"
  "} // namespace viche::commands\n")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/scenario/scenario_text.cpp
  CONTENT "${scenario_source}" @ONLY)

add_library(viche_scenario STATIC ${CMAKE_BINARY_DIR}/scenario/scenario_text.cpp)
target_link_libraries(viche_scenario PRIVATE viche_options)
