// SPDX-License-Identifier: MPL-2.0
// An example of examples/scripts as its README has it installed, but in a folder of the test's own: the script, the compiled policy, and a
// configuration with these paths.
import { copyFileSync, cpSync, chmodSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packedSdk } from "../sdk/packed_sdk.ts";
import { parseKeaConfig, repositoryFile } from "./documented_config.ts";
import { makeTemporaryFolder, removeTemporaryFolder, type Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import type { NetworkNamespace } from "./network_namespace.ts";

export type How = "script" | "policy";

export class ExampleScript {
  readonly folder = makeTemporaryFolder("example");
  private readonly scripts_ = join(this.folder, "scripts");

  private constructor(private readonly name_: string, private readonly how_: How) {}

  static async install(name: string, how: How): Promise<ExampleScript> {
    const example = new ExampleScript(name, how);
    const source = repositoryFile(`examples/scripts/${name}`);
    mkdirSync(example.scripts_);
    copyFileSync(join(source, "script.sh"), join(example.scripts_, `${name}.sh`));
    chmodSync(join(example.scripts_, `${name}.sh`), 0o755);
    if (how === "policy") {
      const policy = join(example.folder, name);
      cpSync(join(source, "policy"), policy, { recursive: true, filter: (path) => !path.endsWith("/build") });
      const { wasm, exitCode, stderr } = await (await packedSdk()).compile(policy);
      if (exitCode !== 0 || stderr !== "") throw new Error(`The policy of ${name} does not compile:\n${stderr}`);
      copyFileSync(wasm, join(example.folder, `${name}.wasm`));
    }
    return example;
  }

  /** A server of the namespace, by the example's configuration; `more` is laid over it. */
  start(namespace: NetworkNamespace, family: Family, multiThreading: boolean, more: Record<string, unknown> = {}): Promise<KeaServer> {
    const file = join("examples/scripts", this.name_, this.how_ === "policy" ? "policy" : "", `kea-dhcp${family}.conf`);
    const text = readFileSync(repositoryFile(file), "utf8")
      .replaceAll("/usr/share/kea/scripts/", `${this.scripts_}/`)
      .replaceAll(/"\/(etc\/kea\/policies|etc\/kea|var\/log\/kea)\//g, `"${this.folder}/`);
    const { server, parameters } = parseKeaConfig(text);
    // A busy machine may take long for ip, nft and jq.
    const patient = this.how_ === "script" ? { ...(parameters as object), "timeout-ms": 10_000 } : parameters;
    const { "hooks-libraries": _, loggers: _l, "lease-database": _d, ...config } = server;
    return KeaServer.start({
      family, multiThreading, parameters: patient, scriptsFolder: this.scripts_, wrapper: namespace.prefix,
      ports: family === 4 ? { server: 67, client: 68 } : { server: 547, client: 546 }, extraConfig: { ...config, ...more },
    });
  }

  remove(): void {
    removeTemporaryFolder(this.folder);
  }
}
