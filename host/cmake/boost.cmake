# SPDX-License-Identifier: MPL-2.0
# Boost's headers, which Kea's own include; of the Boost that Kea was built with: the names of some types hold Boost's version, and a
# library built with another one runs but does not know such an object when Kea hands it over (the subnets at subnet*_select). Kea's
# programs tell what they were built with; where they are not installed, nothing is checked.
find_path(boost_include boost/version.hpp HINTS "${KEA_ROOT}/include" NO_CACHE)
if(NOT boost_include)
    message(FATAL_ERROR "There is no boost/version.hpp: install Boost's headers (Debian: apt install libboost-dev).")
endif()
target_include_directories(kea_policy_kea SYSTEM INTERFACE "${boost_include}")
file(STRINGS "${boost_include}/boost/version.hpp" boost_here REGEX "^#define BOOST_LIB_VERSION ")
string(REGEX REPLACE ".*\"(.*)\".*" "\\1" boost_here "${boost_here}")
string(REPLACE "_" "." boost_here "${boost_here}")

find_program(kea_dhcp4 kea-dhcp4 HINTS "${KEA_ROOT}/sbin" NO_DEFAULT_PATH NO_CACHE)
if(kea_dhcp4)
    execute_process(COMMAND "${kea_dhcp4}" -W OUTPUT_VARIABLE kea_report ERROR_QUIET)
    # "Boost: 1_90" in Kea 3.0, "BOOST_VERSION: 1.74" before.
    if(kea_report MATCHES "(Boost|BOOST_VERSION): +([0-9._]+)")
        string(REPLACE "_" "." boost_of_kea "${CMAKE_MATCH_2}")
        if(NOT boost_of_kea STREQUAL boost_here)
            message(FATAL_ERROR "Kea ${KEA_VERSION} in ${KEA_ROOT} was built with Boost ${boost_of_kea} ('kea-dhcp4 -W' says so), and the "
                "headers in ${boost_include} are those of Boost ${boost_here}: install those of Boost ${boost_of_kea} (Debian: "
                "apt install libboost${boost_of_kea}-dev), or name their folder in the environment variable CMAKE_INCLUDE_PATH.")
        endif()
    endif()
endif()
