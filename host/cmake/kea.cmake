# SPDX-License-Identifier: MPL-2.0
# Finds the Kea that the library is built for and makes the target kea_policy_kea: its headers and libraries.
# A hook library works with exactly one Kea release, so this says which one it found.
set(KEA_ROOT "/usr" CACHE PATH "Prefix of the Kea installation to build for")

find_path(KEA_INCLUDE kea/hooks/hooks.h HINTS "${KEA_ROOT}/include" NO_DEFAULT_PATH)
if(NOT KEA_INCLUDE)
    message(FATAL_ERROR "There is no kea/hooks/hooks.h in ${KEA_ROOT}/include: install Kea's development files "
        "(Debian: apt install kea-dev) or point KEA_ROOT at a Kea installation.")
endif()

file(STRINGS "${KEA_INCLUDE}/kea/hooks/hooks.h" kea_version_line REGEX "KEA_HOOKS_VERSION *= *[0-9]+")
string(REGEX REPLACE ".*KEA_HOOKS_VERSION *= *([0-9]+).*" "\\1" KEA_HOOKS_VERSION "${kea_version_line}")
math(EXPR kea_major "${KEA_HOOKS_VERSION} / 10000")
math(EXPR kea_minor "${KEA_HOOKS_VERSION} / 100 % 100")
math(EXPR kea_patch "${KEA_HOOKS_VERSION} % 100")
set(KEA_VERSION "${kea_major}.${kea_minor}.${kea_patch}")
message(NOTICE "Building for Kea ${KEA_VERSION} in ${KEA_ROOT}")

# The release lines that the tests run against. Another one may well compile and then misread an object.
set(kea_supported 2.2 2.6 3.0)
if(NOT "${kea_major}.${kea_minor}" IN_LIST kea_supported)
    list(JOIN kea_supported ", " kea_supported_text)
    message(FATAL_ERROR "Kea ${KEA_VERSION} in ${KEA_ROOT} is not one of the release lines that Kea Policy knows "
        "(${kea_supported_text}): build against one of those.")
endif()

if(KEA_VERSION VERSION_LESS 3.0)
    set(kea_renamed kea-dhcp++ kea-dns++ kea-cfgclient)
else()
    set(kea_renamed kea-dhcp kea-dns kea-config)
endif()
add_library(kea_policy_kea INTERFACE)
foreach(name kea-process kea-dhcpsrv ${kea_renamed} kea-hooks kea-stats kea-eval kea-database kea-http kea-cc kea-asiolink
        kea-log kea-util kea-util-io kea-exceptions)
    find_library(KEA_LIBRARY_${name} ${name} HINTS "${KEA_ROOT}/lib" "${KEA_ROOT}/lib/${CMAKE_LIBRARY_ARCHITECTURE}" NO_DEFAULT_PATH)
    if(NOT KEA_LIBRARY_${name})
        message(FATAL_ERROR "lib${name}.so of Kea ${KEA_VERSION} is not in ${KEA_ROOT}/lib: install Kea's development files "
            "(Debian: apt install kea-dev) or point KEA_ROOT at a Kea installation.")
    endif()
    target_link_libraries(kea_policy_kea INTERFACE "${KEA_LIBRARY_${name}}")
endforeach()
target_include_directories(kea_policy_kea SYSTEM INTERFACE "${KEA_INCLUDE}/kea")
# Kea's headers rely on its config.h having been read before (in 3.0 cfgmgr.h does not compile else): no source of ours has to know.
target_compile_options(kea_policy_kea INTERFACE "SHELL:-include \"${KEA_INCLUDE}/kea/config.h\"")

# Debian 12's kea-dev lacks this one header (see the header itself).
if(KEA_VERSION VERSION_LESS 2.3 AND NOT EXISTS "${KEA_INCLUDE}/kea/dhcpsrv/cfg_globals.h")
    target_include_directories(kea_policy_kea INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}/compat/kea-2.2")
    target_compile_definitions(kea_policy_kea INTERFACE KEA_POLICY_COMPAT_CFG_GLOBALS)
endif()

# From 3.0 on Kea tells hook libraries where scripts may lie.
if(EXISTS "${KEA_INCLUDE}/kea/hooks/hooks_parser.h")
    file(STRINGS "${KEA_INCLUDE}/kea/hooks/hooks_parser.h" kea_scripts_checker REGEX "^class HookLibraryScriptsChecker")
    if(kea_scripts_checker)
        target_compile_definitions(kea_policy_kea INTERFACE KEA_POLICY_HAS_SCRIPTS_CHECKER)
    endif()
endif()

# From 3.0 on cfgmgr.h brings boost::asio's TLS with it, whose inline functions call OpenSSL.
if(NOT KEA_VERSION VERSION_LESS 3.0)
    find_package(OpenSSL)
    if(NOT OpenSSL_FOUND)
        message(FATAL_ERROR "The headers of Kea ${KEA_VERSION} need OpenSSL's, which are not installed "
            "(Debian: apt install libssl-dev).")
    endif()
    target_link_libraries(kea_policy_kea INTERFACE OpenSSL::SSL OpenSSL::Crypto)
endif()
