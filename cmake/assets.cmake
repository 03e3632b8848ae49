# What is embedded in the program: the schema of the data file, the pages of web/dist, the report's
# template, the scenario of the desk's rehearsal, what Word documents are made from, and texts of
# other rooms.
include(${CMAKE_CURRENT_LIST_DIR}/schema.cmake) # viche_schema
include(${CMAKE_CURRENT_LIST_DIR}/pages.cmake) # viche_pages
include(${CMAKE_CURRENT_LIST_DIR}/report_template.cmake) # viche_report_template
include(${CMAKE_CURRENT_LIST_DIR}/scenario.cmake) # viche_scenario
include(${CMAKE_CURRENT_LIST_DIR}/embedded_text.cmake) # viche_read_table, viche_results_page
include(${CMAKE_CURRENT_LIST_DIR}/documents.cmake) # viche_document_files
