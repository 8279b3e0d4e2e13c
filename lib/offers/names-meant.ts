/** Which names a model may be meant by: gateways and clients write prefixes and suffixes around the service's own name. */

/**
 * What clients put behind a model's name: a context in brackets (`[1m]`), a route behind a colon (`:free`), a provider
 * behind `@`, an effort behind `#` or in parentheses. None of them is part of a name of the service.
 */
const SUFFIX = /\s*(?:\[[^\]]*\]|\([^)]*\)|[:@#][\w.-]+)$/;

/** An alias for a model's newest version. */
const LATEST = /-latest$/i;

/** Between a gateway, a vendor and a model: `openrouter/qwen/…`, and `dashscope,…` as routers write it. */
const SEPARATOR = /[/,]/;

/** Longer names are no names. */
const LONGEST = 200;

function withoutSuffixes(name: string): string[] {
  const names = [name];
  for (let rest = name; ; ) {
    const shorter = rest.replace(SUFFIX, "");
    if (shorter === rest) break;
    names.push(shorter);
    rest = shorter;
  }
  const last = names.at(-1) ?? name;
  return LATEST.test(last) ? [...names, last.replace(LATEST, "")] : names;
}

/** e.g. `a/b/c` → itself, `b/c`, `c`. */
function withoutPrefixes(name: string): string[] {
  const names = [name];
  for (let rest = name; SEPARATOR.test(rest); ) {
    rest = rest.slice(rest.search(SEPARATOR) + 1).trim();
    names.push(rest);
  }
  return names;
}

/**
 * The names that may be meant, the one as written first, then with ever less around it:
 * `openrouter/qwen/qwen3.7-max:free` → …, `qwen3.7-max`. Which of them is a model only a catalogue can say.
 */
export function namesMeant(name: string): string[] {
  if (name.length > LONGEST) return [name];
  const names = withoutPrefixes(name.trim()).flatMap(withoutSuffixes);
  // Gateways write names in capitals of their own; the service writes small ones.
  const small = names.slice(1).map((each) => each.toLowerCase());
  return [...new Set([name, ...names, ...small])].filter((each) => each !== "");
}
