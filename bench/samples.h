// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "clients.h"
#include "kea_readers.h"
#include "packets.h"

#include <cc/data.h>
#include <dhcp/option6_ia.h>
#include <dhcpsrv/host.h>
#include <dhcpsrv/lease.h>
#include <dhcpsrv/srv_config.h>
#include <dhcpsrv/subnet.h>

#include <ctime>
#include <string>
#include <type_traits>
#include <utility>

namespace kea_policy_bench {

template <typename>
struct Of {};

/// Arguments as Kea gives them to callouts, made by their type: one function for each type of the schema's. A client of its own for each.
class Samples {
public:
    explicit Samples(Clients& clients) : clients_(clients) {
        subnets4_.insert(subnet4_);
        subnets6_.insert(subnet6_);
    }

    bool make(Of<bool>) { return false; }
    std::uint32_t make(Of<std::uint32_t>) { return 600; }
    isc::asiolink::IOAddress make(Of<isc::asiolink::IOAddress>) { return isc::asiolink::IOAddress("2001:db8:1::7"); }
    std::string make(Of<std::string>) { return "printer.example."; }
    isc::dhcp::Host::IdentifierType make(Of<isc::dhcp::Host::IdentifierType>) { return isc::dhcp::Host::IDENT_FLEX; }
    Bytes make(Of<Bytes>) { return {}; }
    isc::dhcp::DdnsParamsPtr make(Of<isc::dhcp::DdnsParamsPtr>) { return boost::make_shared<isc::dhcp::DdnsParams>(); }
    isc::data::ConstElementPtr make(Of<isc::data::ConstElementPtr>) { return json_; }
    isc::dhcp::Pkt4Ptr make(Of<isc::dhcp::Pkt4Ptr>) { return V4::packet(clients_.next()); }
    isc::dhcp::Pkt6Ptr make(Of<isc::dhcp::Pkt6Ptr>) { return V6::packet(clients_.next()); }
    kea_policy::KeaSubnet4 make(Of<kea_policy::KeaSubnet4>) { return subnet4_; }
    kea_policy::KeaSubnet6 make(Of<kea_policy::KeaSubnet6>) { return subnet6_; }
    const isc::dhcp::Subnet4Collection* make(Of<const isc::dhcp::Subnet4Collection*>) { return &subnets4_; }
    const isc::dhcp::Subnet6Collection* make(Of<const isc::dhcp::Subnet6Collection*>) { return &subnets6_; }

    isc::dhcp::Lease4Ptr make(Of<isc::dhcp::Lease4Ptr>) {
        const Mac mac = clients_.next();
        Bytes client_id{1};
        client_id.insert(client_id.end(), mac.begin(), mac.end());
        return boost::make_shared<isc::dhcp::Lease4>(isc::asiolink::IOAddress("10.20.30.77"), hwaddr(mac), client_id.data(), client_id.size(), 3600,
                                                     std::time(nullptr), 7, false, false, "printer.example.");
    }
    isc::dhcp::Lease6Ptr make(Of<isc::dhcp::Lease6Ptr>) {
        const Mac mac = clients_.next();
        const auto lease = boost::make_shared<isc::dhcp::Lease6>(isc::dhcp::Lease::TYPE_NA, isc::asiolink::IOAddress("2001:db8:1::77"),
                                                                 boost::make_shared<isc::dhcp::DUID>(duidOf(mac)), 1, 1800, 3600, 7, hwaddr(mac));
        lease->hostname_ = "printer.example.";
        return lease;
    }
    isc::dhcp::ClientIdPtr make(Of<isc::dhcp::ClientIdPtr>) {
        const Mac mac = clients_.next();
        return boost::make_shared<isc::dhcp::ClientId>(Bytes(mac.begin(), mac.end()));
    }
    isc::dhcp::HWAddrPtr make(Of<isc::dhcp::HWAddrPtr>) { return hwaddr(clients_.next()); }
    isc::dhcp::Option6IAPtr make(Of<isc::dhcp::Option6IAPtr>) { return boost::make_shared<isc::dhcp::Option6IA>(D6O_IA_NA, 1); }
    isc::dhcp::Lease4CollectionPtr make(Of<isc::dhcp::Lease4CollectionPtr>) {
        return boost::make_shared<isc::dhcp::Lease4Collection>(1, make(Of<isc::dhcp::Lease4Ptr>()));
    }
    isc::dhcp::Lease6CollectionPtr make(Of<isc::dhcp::Lease6CollectionPtr>) {
        return boost::make_shared<isc::dhcp::Lease6Collection>(1, make(Of<isc::dhcp::Lease6Ptr>()));
    }

private:
    static isc::dhcp::HWAddrPtr hwaddr(const Mac& mac) {
        return boost::make_shared<isc::dhcp::HWAddr>(Bytes(mac.begin(), mac.end()), isc::dhcp::HTYPE_ETHER);
    }

    Clients& clients_;
    const isc::data::ConstElementPtr json_ = isc::data::Element::fromJSON("{\"ip-address\": \"10.20.30.77\"}");
    const isc::dhcp::Subnet4Ptr subnet4_ =
        boost::make_shared<isc::dhcp::Subnet4>(isc::asiolink::IOAddress("10.20.30.0"), 24, 900, 1800, 3600, isc::dhcp::SubnetID(7));
    const isc::dhcp::Subnet6Ptr subnet6_ =
        boost::make_shared<isc::dhcp::Subnet6>(isc::asiolink::IOAddress("2001:db8:1::"), 64, 900, 1800, 3000, 3600, isc::dhcp::SubnetID(7));
    isc::dhcp::Subnet4Collection subnets4_;
    isc::dhcp::Subnet6Collection subnets6_;
};

/// Is there a function for the type?
template <typename Type, typename = void>
struct HasSample : std::false_type {};
template <typename Type>
struct HasSample<Type, std::void_t<decltype(std::declval<Samples&>().make(Of<Type>()))>> : std::true_type {};

}  // namespace kea_policy_bench
