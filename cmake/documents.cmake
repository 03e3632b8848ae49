# viche_document_files: the Word templates and the script that fills them, embedded by the assembler.
set(documents_folder ${CMAKE_SOURCE_DIR}/server/documents)
set(document_files render.py finish.py outside.py pictures.py charts.py long_tables.py
  templates/report.docx templates/report.en.docx templates/project_card.docx
  templates/project_card.en.docx)

set(bytes "    .section .rodata\n")
set(declarations "")
set(rows "")
set(inputs "")
set(number 0)
foreach(path IN LISTS document_files)
  set(label viche_document_${number})
  get_filename_component(name ${path} NAME)
  string(APPEND bytes
    "    .global ${label}, ${label}_end\n    .balign 16\n${label}:\n"
    "    .incbin \"${documents_folder}/${path}\"\n${label}_end:\n    .byte 0\n")
  string(APPEND declarations "extern const char ${label}[];\nextern const char ${label}_end[];\n")
  string(APPEND rows "    shipped_file{\"${name}\", {${label}, ${label}_end}},\n")
  list(APPEND inputs ${documents_folder}/${path})
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND bytes "    .section .note.GNU-stack,\"\",@progbits\n")

set(table "// Written by cmake/documents.cmake from server/documents.\n#include \"documents/shipped.hpp\"\n\n#include <array>\n\n")
string(APPEND table "extern \"C\" {\n${declarations}}\n\nnamespace viche::documents {\nnamespace {\n\n")
string(APPEND table "const std::array<shipped_file, ${number}> files{{\n${rows}}};\n\n} // namespace\n\n")
string(APPEND table "const std::span<const shipped_file> shipped_files{files};\n\n} // namespace viche::documents\n")

file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/documents/files.S CONTENT "${bytes}" @ONLY)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/documents/files.cpp CONTENT "${table}" @ONLY)
set_source_files_properties(${CMAKE_BINARY_DIR}/documents/files.S PROPERTIES OBJECT_DEPENDS "${inputs}")

add_library(viche_document_files STATIC ${CMAKE_BINARY_DIR}/documents/files.S
  ${CMAKE_BINARY_DIR}/documents/files.cpp)
target_link_libraries(viche_document_files PRIVATE viche_options)
