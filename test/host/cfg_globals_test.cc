// SPDX-License-Identifier: MPL-2.0
// Holds every enumerator of CfgGlobals against the names that the installed libkea-dhcpsrv gives them. With Kea 2.2 the enumerators
// come from host/compat; with later Keas from Kea's own header, whose names must then agree all the more.
#include <dhcpsrv/cfg_globals.h>

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

using isc::dhcp::CfgGlobals;

namespace {

// Known to all supported releases.
const std::vector<std::pair<std::string, int>> COMMON_GLOBALS = {
    {"valid-lifetime", CfgGlobals::VALID_LIFETIME},
    {"min-valid-lifetime", CfgGlobals::MIN_VALID_LIFETIME},
    {"max-valid-lifetime", CfgGlobals::MAX_VALID_LIFETIME},
    {"renew-timer", CfgGlobals::RENEW_TIMER},
    {"rebind-timer", CfgGlobals::REBIND_TIMER},
    {"decline-probation-period", CfgGlobals::DECLINE_PROBATION_PERIOD},
    {"dhcp4o6-port", CfgGlobals::DHCP4O6_PORT},
    {"comment", CfgGlobals::COMMENT},
    {"server-tag", CfgGlobals::SERVER_TAG},
    {"reservations-global", CfgGlobals::RESERVATIONS_GLOBAL},
    {"reservations-in-subnet", CfgGlobals::RESERVATIONS_IN_SUBNET},
    {"reservations-out-of-pool", CfgGlobals::RESERVATIONS_OUT_OF_POOL},
    {"calculate-tee-times", CfgGlobals::CALCULATE_TEE_TIMES},
    {"t1-percent", CfgGlobals::T1_PERCENT},
    {"t2-percent", CfgGlobals::T2_PERCENT},
    {"hostname-char-set", CfgGlobals::HOSTNAME_CHAR_SET},
    {"hostname-char-replacement", CfgGlobals::HOSTNAME_CHAR_REPLACEMENT},
    {"ddns-send-updates", CfgGlobals::DDNS_SEND_UPDATES},
    {"ddns-override-no-update", CfgGlobals::DDNS_OVERRIDE_NO_UPDATE},
    {"ddns-override-client-update", CfgGlobals::DDNS_OVERRIDE_CLIENT_UPDATE},
    {"ddns-replace-client-name", CfgGlobals::DDNS_REPLACE_CLIENT_NAME},
    {"ddns-generated-prefix", CfgGlobals::DDNS_GENERATED_PREFIX},
    {"ddns-qualifying-suffix", CfgGlobals::DDNS_QUALIFYING_SUFFIX},
    {"store-extended-info", CfgGlobals::STORE_EXTENDED_INFO},
    {"statistic-default-sample-count", CfgGlobals::STATISTIC_DEFAULT_SAMPLE_COUNT},
    {"statistic-default-sample-age", CfgGlobals::STATISTIC_DEFAULT_SAMPLE_AGE},
    {"cache-threshold", CfgGlobals::CACHE_THRESHOLD},
    {"cache-max-age", CfgGlobals::CACHE_MAX_AGE},
    {"early-global-reservations-lookup", CfgGlobals::EARLY_GLOBAL_RESERVATIONS_LOOKUP},
    {"ip-reservations-unique", CfgGlobals::IP_RESERVATIONS_UNIQUE},
    {"reservations-lookup-first", CfgGlobals::RESERVATIONS_LOOKUP_FIRST},
    {"ddns-update-on-renew", CfgGlobals::DDNS_UPDATE_ON_RENEW},
    {"parked-packet-limit", CfgGlobals::PARKED_PACKET_LIMIT},
    {"echo-client-id", CfgGlobals::ECHO_CLIENT_ID},
    {"match-client-id", CfgGlobals::MATCH_CLIENT_ID},
    {"authoritative", CfgGlobals::AUTHORITATIVE},
    {"next-server", CfgGlobals::NEXT_SERVER},
    {"server-hostname", CfgGlobals::SERVER_HOSTNAME},
    {"boot-file-name", CfgGlobals::BOOT_FILE_NAME},
    {"data-directory", CfgGlobals::DATA_DIRECTORY},
    {"preferred-lifetime", CfgGlobals::PREFERRED_LIFETIME},
    {"min-preferred-lifetime", CfgGlobals::MIN_PREFERRED_LIFETIME},
    {"max-preferred-lifetime", CfgGlobals::MAX_PREFERRED_LIFETIME},
};

#ifdef KEA_POLICY_COMPAT_CFG_GLOBALS
const std::vector<std::pair<std::string, int>> GLOBALS_OF_2_2_ONLY = {
    {"reservation-mode", CfgGlobals::RESERVATION_MODE},
    {"ddns-use-conflict-resolution", CfgGlobals::DDNS_USE_CONFLICT_RESOLUTION},
};
#endif

void expectIndexes(const std::vector<std::pair<std::string, int>>& globals) {
    for (const auto& global : globals) {
        const auto found = CfgGlobals::nameToIndex.find(global.first);
        ASSERT_NE(found, CfgGlobals::nameToIndex.end()) << "this Kea has no global named " << global.first;
        EXPECT_EQ(found->second, global.second) << global.first;
    }
}

TEST(CfgGlobals, EveryNameHasTheIndexOfTheLibrary) {
    expectIndexes(COMMON_GLOBALS);
}

#ifdef KEA_POLICY_COMPAT_CFG_GLOBALS
TEST(CfgGlobals, OurHeaderKnowsEveryNameOfTheLibrary) {
    expectIndexes(GLOBALS_OF_2_2_ONLY);
    EXPECT_EQ(COMMON_GLOBALS.size() + GLOBALS_OF_2_2_ONLY.size(), CfgGlobals::nameToIndex.size());
    EXPECT_EQ(static_cast<std::size_t>(CfgGlobals::SIZE), CfgGlobals::nameToIndex.size());
}
#endif

TEST(CfgGlobals, AValueIsReadBackUnderItsNameAndItsIndex) {
    CfgGlobals globals;
    globals.set("valid-lifetime", isc::data::Element::create(4321));
    ASSERT_TRUE(globals.get(CfgGlobals::VALID_LIFETIME));
    EXPECT_EQ(globals.get(CfgGlobals::VALID_LIFETIME)->intValue(), 4321);
    EXPECT_EQ(globals.get("valid-lifetime")->intValue(), 4321);
}

}  // namespace
