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
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300)
endfunction()

foreach(room model ops decode authorise fold report sequence store broadcast session socket
    rehearse commands)
  file(GLOB room_tests CONFIGURE_DEPENDS tests/${room}/*_test.cpp)
  viche_test(${room} SOURCES ${room_tests} LINK viche_${room})
endforeach()

viche_test(tidy SOURCES tests/tidy_test.cpp)
