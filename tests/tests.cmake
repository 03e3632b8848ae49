# One test program per folder of tests/ (it mirrors a room) and per file beside them. Each links
# the room it tests and the hall in memory where it needs one.
add_library(viche_doctest STATIC tests/support/doctest_main.cpp)
target_link_libraries(viche_doctest PUBLIC doctest::doctest viche_options)
target_include_directories(viche_doctest PUBLIC ${CMAKE_SOURCE_DIR}/tests)

function(viche_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  if(NOT arg_SOURCES)
    return()
  endif()
  add_executable(test_${name} ${arg_SOURCES})
  target_link_libraries(test_${name} PRIVATE viche_doctest ${arg_LINK})
  target_compile_definitions(test_${name} PRIVATE VICHE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  viche_join(test_${name})
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300)
endfunction()

foreach(room model ops decode authorise fold report consideration similar child documents sequence
    store broadcast socket rehearse commands)
  file(GLOB room_tests CONFIGURE_DEPENDS tests/${room}/*.cpp)
  viche_test(${room} SOURCES ${room_tests} LINK viche_${room})
endforeach()

# The pure rooms are tested with a session in a few lines.
add_library(viche_small_session STATIC tests/support/small_session.cpp)
target_link_libraries(viche_small_session PUBLIC
  viche_doctest viche_decode viche_authorise viche_fold viche_sequence)
foreach(room model ops decode authorise fold similar sequence broadcast)
  if(TARGET test_${room})
    target_link_libraries(test_${room} PRIVATE viche_small_session)
  endif()
endforeach()

if(TARGET test_documents)
  target_sources(test_documents PRIVATE tests/report/sample.cpp tests/report/sample_hall.cpp)
endif()

viche_test(tidy SOURCES tests/tidy_test.cpp tests/own_names_test.cpp)
viche_test(protocol SOURCES tests/protocol_test.cpp tests/protocol_words_test.cpp
  LINK viche_decode viche_broadcast)

# The hall in memory, and what is played in it.
add_library(viche_hall STATIC EXCLUDE_FROM_ALL tests/support/hall.cpp)
target_link_libraries(viche_hall PUBLIC viche_session viche_doctest)
file(GLOB session_tests CONFIGURE_DEPENDS tests/session/*_test.cpp)
viche_test(session SOURCES ${session_tests} tests/report/sample.cpp tests/report/sample_hall.cpp
  LINK viche_hall)
viche_test(sim SOURCES tests/sim_test.cpp tests/moderation_sim_test.cpp
  LINK viche_hall viche_small_session)

# A whole server on an ephemeral port, and somebody else's client of it.
add_library(viche_wire STATIC EXCLUDE_FROM_ALL tests/support/wire_client.cpp
  tests/support/live_server.cpp)
target_link_libraries(viche_wire PUBLIC viche_socket viche_doctest)
if(TARGET test_socket)
  target_link_libraries(test_socket PRIVATE viche_wire)
endif()
if(TARGET test_commands)
  target_sources(test_commands PRIVATE tests/support/program.cpp tests/report/sample.cpp)
  target_link_libraries(test_commands PRIVATE viche_wire)
  target_compile_definitions(test_commands PRIVATE VICHE_PROGRAM="$<TARGET_FILE:viche>")
  add_dependencies(test_commands viche)
endif()

# The acceptance scenario, end to end: the program as the server and as the people.
viche_test(rehearsal LINK viche_boost SQLiteCpp SQLite::SQLite3
  SOURCES tests/rehearsal/rehearsal_test.cpp tests/rehearsal/reports.cpp tests/support/program.cpp)
target_compile_definitions(test_rehearsal PRIVATE VICHE_PROGRAM="$<TARGET_FILE:viche>")
add_dependencies(test_rehearsal viche)

viche_precompile(test_ops <doctest/doctest.h> tests/support/small_session.hpp)
viche_precompile(test_broadcast <doctest/doctest.h> tests/support/small_session.hpp)
viche_precompile(test_session <doctest/doctest.h> tests/support/hall.hpp)
viche_precompile(test_socket <doctest/doctest.h> tests/support/live_server.hpp
  tests/support/wire_client.hpp)
