// SPDX-License-Identifier: MPL-2.0
// How a name of the schema is spelled in each language and in documents, and which names no language would take.

/** localPort → local_port: members in C++. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** sub_option, remoteHwaddr → SubOption, RemoteHwaddr: types and enumerators. */
export function pascalCase(name: string): string {
  return name.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** sub_option → subOption: functions in TypeScript and AssemblyScript. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** A hook point's family; of one that both servers have, both. */
export function familyName(family: 4 | 6 | undefined): string {
  return family === undefined ? "DHCPv4 and DHCPv6" : `DHCPv${family}`;
}

/** A version of Kea as KEA_HOOKS_VERSION has it: 2.5.6 → 20506. */
export function hooksVersion(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  return major * 10000 + minor * 100 + patch;
}

const cppKeywords = `alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl concept const
  consteval constexpr constinit const_cast continue co_await co_return co_yield decltype default delete do double
  dynamic_cast else enum explicit export extern false float for friend goto if inline int long mutable namespace new
  noexcept not not_eq nullptr operator or or_eq private protected public register reinterpret_cast requires return short
  signed sizeof static static_assert static_cast struct switch template this thread_local throw true try typedef typeid
  typename union unsigned using virtual void volatile wchar_t while xor xor_eq`;

// Those that cannot name a variable or would confuse as a member; the names of types, such as object, may be used.
const typescriptKeywords = `arguments await break case catch class const constructor continue debugger default delete do else
  enum eval export extends false finally for function if implements import in instanceof interface let new null package
  private protected prototype public return static super switch this throw true try typeof undefined var void while with
  yield`;

const assemblyscriptKeywords = `bool f32 f64 i8 i16 i32 i64 isize u8 u16 u32 u64 usize v128 load store changetype offsetof
  sizeof memory heap`;

const keywords = new Map<string, string>();
for (const [language, words] of [
  ["C++", cppKeywords],
  ["TypeScript", typescriptKeywords],
  ["AssemblyScript", assemblyscriptKeywords],
] as const) {
  for (const word of words.split(/\s+/)) keywords.set(word, language);
}

/** The language whose keyword a name is, in any of its spellings; undefined where it may be used. */
export function keywordLanguage(name: string): string | undefined {
  return keywords.get(name) ?? keywords.get(snakeCase(name)) ?? keywords.get(camelCase(name));
}
