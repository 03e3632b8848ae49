# viche_pages: every file of web/dist, embedded by the assembler, with a table sorted by path.
# Configures and builds without web/dist too; the server then says that its pages are missing.
set(pages_folder ${CMAKE_SOURCE_DIR}/web/dist)
file(GLOB_RECURSE page_files CONFIGURE_DEPENDS RELATIVE ${pages_folder} ${pages_folder}/*)
list(SORT page_files)

set(bytes "    .section .rodata\n")
set(declarations "")
set(rows "")
set(inputs "")
set(number 0)
foreach(path IN LISTS page_files)
  set(label viche_page_${number})
  string(APPEND bytes
    "    .global ${label}, ${label}_end\n    .balign 16\n${label}:\n"
    "    .incbin \"${pages_folder}/${path}\"\n${label}_end:\n    .byte 0\n")
  string(APPEND declarations "extern const char ${label}[];\nextern const char ${label}_end[];\n")
  string(APPEND rows "    embedded_file{\"/${path}\", ${label}, ${label}_end},\n")
  list(APPEND inputs ${pages_folder}/${path})
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND bytes "    .section .note.GNU-stack,\"\",@progbits\n")

set(table "// Written by cmake/pages.cmake from web/dist.\n#include \"socket/embedded.hpp\"\n\n#include <array>\n\n")
string(APPEND table "extern \"C\" {\n${declarations}}\n\nnamespace viche::socket {\nnamespace {\n\n")
string(APPEND table "const std::array<embedded_file, ${number}> files{{\n${rows}}};\n\n} // namespace\n\n")
string(APPEND table "const std::span<const embedded_file> embedded_files{files};\n\n} // namespace viche::socket\n")

# Written only when they differ, so that a mere configure does not compile anything again.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/pages/pages.S CONTENT "${bytes}" @ONLY)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/pages/pages.cpp CONTENT "${table}" @ONLY)
set_source_files_properties(${CMAKE_BINARY_DIR}/pages/pages.S PROPERTIES OBJECT_DEPENDS "${inputs}")

add_library(viche_pages STATIC ${CMAKE_BINARY_DIR}/pages/pages.S ${CMAKE_BINARY_DIR}/pages/pages.cpp)
target_link_libraries(viche_pages PRIVATE viche_options)
