/** The page's address as state: which document, request, view and tab are open, in the fragment alone. */
import type { Region } from "../offers/model";
import { REGIONS } from "../offers/regions";
import { SORT_ORDERS, type SortOrder } from "../pipeline/rank-systems";
import { SYSTEM_KINDS, type SystemKind } from "../systems/comparable";
import { presets } from "../timeline/presets/presets";

/** The views of the middle panel. */
export const VIEWS = ["map", "time", "table"] as const;
/** What opens over or beside the view: the tools of a scenario. */
export const SHEETS = ["edit", "placements", "savings", "compare", "layers", "keep-alive", "run"] as const;
/** The tabs of the side panel. */
export const TABS = ["problems", "why", "model", "rules"] as const;

export type View = (typeof VIEWS)[number];
export type Sheet = (typeof SHEETS)[number];
export type SideTab = (typeof TABS)[number];

/** The view that an address need not name. */
export const FIRST_VIEW: View = "map";

/** What is looked at, in whichever document. */
export interface Look {
  /** 0 is the document's own request. */
  readonly turn: number;
  readonly view: View;
  /** Null = none is open. */
  readonly sheet: Sheet | null;
  /** Null = whichever needs attention. */
  readonly tab: SideTab | null;
  /** What the comparison of systems is sorted by, and the kinds it is narrowed down to; none = all. */
  readonly sort: SortOrder;
  readonly kinds: readonly SystemKind[];
}

/** What an address need not say of what is looked at. */
export const FIRST_LOOK: Look = {
  turn: 0,
  view: FIRST_VIEW,
  sheet: null,
  tab: null,
  sort: "cost",
  kinds: [],
};

/** The document that an address names; null = the one that this browser has open. */
export type AddressDocument =
  | { readonly kind: "example"; readonly id: string; readonly region: Region | null }
  /** `code` is what `encodeShare` wrote, or the key of a short link. */
  | { readonly kind: "link"; readonly code: string };

export interface Address extends Look {
  readonly document: AddressDocument | null;
}

/** Fields that are as at first are left out. */
function writeFields(
  document: AddressDocument | null,
  { turn, view, sheet, tab, sort, kinds }: Look,
): string[] {
  const fields: (readonly [string, string | null])[] = [
    ["example", document?.kind === "example" ? document.id : null],
    ["region", document?.kind === "example" ? document.region : null],
    ["request", turn > 0 ? String(turn + 1) : null],
    ["view", view === FIRST_VIEW ? null : view],
    ["sheet", sheet],
    ["tab", tab],
    ["sort", sort === FIRST_LOOK.sort ? null : sort],
    ["kinds", kinds.length === 0 ? null : kinds.join(",")],
  ];
  return fields.flatMap(([name, value]) => (value === null ? [] : `${name}=${value}`));
}

/** The fragment, without `#`; empty where nothing is to be told. */
export const writeAddress = ({ document, ...look }: Address): string =>
  [...(document?.kind === "link" ? [document.code] : []), ...writeFields(document, look)].join("&");

const oneOf = <Value extends string>(values: readonly Value[], value: string | null): Value | null =>
  values.find((each) => each === value) ?? null;

/** Requests beyond are no place that a scenario has. */
const MOST_REQUESTS = 1_000_000;

function readTurn(value: string | null): number {
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 1 && number <= MOST_REQUESTS ? number - 1 : 0;
}

function readDocument(code: string, fields: URLSearchParams): AddressDocument | null {
  if (code !== "") return { kind: "link", code };
  const id = presets.find((preset) => preset.id === fields.get("example"))?.id;
  if (id === undefined) return null;
  const regions = REGIONS.map((region) => region.id);
  return { kind: "example", id, region: oneOf(regions, fields.get("region")) };
}

/** Reads any fragment, with or without `#`: what makes no sense is as at first. */
export function readAddress(fragment: string): Address {
  const pieces = fragment.replace(/^#/, "").split("&");
  // Codes of links hold no equals sign: base64url is written without padding.
  const code = pieces[0]?.includes("=") ? "" : (pieces[0] ?? "");
  const fields = new URLSearchParams(pieces.slice(code === "" ? 0 : 1).join("&"));
  return {
    document: readDocument(code, fields),
    turn: readTurn(fields.get("request")),
    view: oneOf(VIEWS, fields.get("view")) ?? FIRST_VIEW,
    sheet: oneOf(SHEETS, fields.get("sheet")),
    tab: oneOf(TABS, fields.get("tab")),
    sort: oneOf(SORT_ORDERS, fields.get("sort")) ?? FIRST_LOOK.sort,
    kinds: [...new Set(fields.get("kinds")?.split(","))].flatMap((kind) => oneOf(SYSTEM_KINDS, kind) ?? []),
  };
}

/** The part of an address that names its document, as text: the same document, the same text. */
export const writeDocument = (document: AddressDocument | null): string =>
  document === null ? "" : writeAddress({ document, ...FIRST_LOOK });
