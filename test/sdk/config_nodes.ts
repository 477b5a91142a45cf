// SPDX-License-Identifier: MPL-2.0
// A configuration as the host shows it to a policy: numbered nodes, 1 the whole, 0 absent.

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export class ConfigNodes {
  private readonly nodes: (Json | undefined)[] = [undefined];

  constructor(config: Json | undefined) {
    this.number(config);
  }

  kind(node: number): number {
    const value = this.nodes[node];
    if (value === undefined) return 0;
    if (value === null) return 1;
    if (typeof value === "boolean") return 2;
    if (typeof value === "number") return Number.isInteger(value) ? 3 : 4;
    if (typeof value === "string") return 5;
    return Array.isArray(value) ? 6 : 7;
  }

  size(node: number): number {
    const value = this.nodes[node];
    if (typeof value === "string") return Buffer.byteLength(value);
    return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
  }

  item(node: number, index: number): number {
    const value = this.nodes[node];
    return typeof value === "object" && value !== null ? this.number(Object.values(value)[index]) : 0;
  }

  member(node: number, name: string): number {
    const value = this.nodes[node];
    if (typeof value !== "object" || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) return 0;
    return this.number(value[name]);
  }

  name(node: number, index: number): string {
    return Object.keys((this.nodes[node] ?? {}) as object)[index] ?? "";
  }

  value(node: number): Json | undefined {
    return this.nodes[node];
  }

  private number(value: Json | undefined): number {
    if (value === undefined) return this.nodes.length === 1 ? this.nodes.push(undefined) - 1 : 0;
    return this.nodes.push(value) - 1;
  }
}
