/** Finds markers written where no service looks: left over from a library, another service, or inside a tool's result. */
import { isNothing, type JsonNode, type JsonProperty, plainValue, rangeOf } from "./json-node";
import { childPointer, pointerSteps } from "./json-pointer";
import type { TextRange } from "./prompt";

export type MisplacedKind = "extra-body" | "library-option" | "cache-point" | "tool-result" | "elsewhere";

export interface MisplacedMarker {
  readonly kind: MisplacedKind;
  /** Of the property, e.g. `/messages/0/providerOptions/alibaba/cacheControl`. */
  readonly pointer: string;
  readonly range: TextRange;
}

/** How services and libraries spell a marker. */
const SPELLINGS: ReadonlySet<string> = new Set([
  "cache_control",
  "cacheControl",
  "prompt_cache_breakpoint",
  "promptCacheBreakpoint",
  "cachePoint",
  "cache_point",
]);

/** Options that a library turns into fields of its own before it sends. */
const LIBRARY_OPTIONS =
  /^(provider_?options|provider_?metadata|experimental_providerMetadata|additional_kwargs|response_metadata|metadata|model_kwargs)$/i;

/** Values of the user's own, in which such a key means nothing. */
const OWN_VALUES: ReadonlySet<string> = new Set([
  "parameters",
  "input_schema",
  "inputSchema",
  "arguments",
  "input",
  "output",
  "response_format",
]);

/** A marker's value is a small object, or a switch. */
const isMarkerValue = ({ value }: JsonProperty): boolean =>
  !isNothing(value) && (value.type === "object" || plainValue(value) === true);

function kindOf(pointer: string): MisplacedKind {
  const steps = pointerSteps(pointer);
  if (/^cache_?point$/i.test(steps.at(-1) ?? "")) return "cache-point";
  if (steps[0] === "extra_body") return "extra-body";
  if (steps.some((step) => LIBRARY_OPTIONS.test(step))) return "library-option";
  return steps.filter((step) => step === "content").length > 1 ? "tool-result" : "elsewhere";
}

/**
 * Every marker of a body, or of a bare array, that is none of those the service reads or names as ignored.
 * @param known pointers of these
 */
export function findMisplaced(root: JsonNode | null, known: ReadonlySet<string>): MisplacedMarker[] {
  const found: MisplacedMarker[] = [];
  const visit = (node: JsonNode, pointer: string): void => {
    if (node.type === "array") {
      for (const [index, item] of node.items.entries()) {
        if (item.type !== "scalar") visit(item, childPointer(pointer, index));
      }
      return;
    }
    if (node.type === "scalar") return;
    for (const property of node.properties) {
      if (property.value.type === "scalar" && !SPELLINGS.has(property.key)) continue;
      const at = childPointer(pointer, property.key);
      if (SPELLINGS.has(property.key)) {
        if (isMarkerValue(property) && !known.has(at)) {
          found.push({ kind: kindOf(at), pointer: at, range: rangeOf(property) });
        }
      } else if (!OWN_VALUES.has(property.key)) visit(property.value, at);
    }
  };
  if (root) visit(root, "");
  return found;
}
