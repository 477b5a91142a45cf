// SPDX-License-Identifier: MPL-2.0
// Must not compile: what asc says of each line has the mend behind it.
import { Option, parseIPv4, Pkt4Receive, Prefix, Verdict } from "kea-policy/assembly";

const office = Prefix.parse("192.0.2.0/24");

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const query = ctx.query4;
  if (query.hwaddr == "de:ad:be:ef:00:01") return Verdict.Drop;
  if (query.classes != "KNOWN") return Verdict.Drop;
  if (Option.domainName(query.option(119)) == "example.org") return Verdict.Drop;
  if (query.giaddr == "192.0.2.1") return Verdict.Drop;
  if (query.giaddr == parseIPv4("192.0.2.2")) return Verdict.Drop;
  if (office == "192.0.2.0/24") return Verdict.Drop;
  if (query.option(60).is("MSFT 5.0")) return Verdict.Drop;
  query.setOption(12, "printer");
  query.setOption(51, 3600);
  query.setOption(60, query.option(61)!);
  console.log(query.hwaddr);
  console.log(query.hlen);
  for (const name of query.classes) console.log("a class");
  let count = 0;
  [1, 2].forEach((number) => { count += number; });
  try { query.option(1); } catch (error) { return Verdict.Drop; }
  return Verdict.Continue;
}
