/** Model Studio's regions, their currencies and hosts. */
import { type Message, type Said, tell } from "../words/message";
import type { Region } from "./model";

export interface RegionInfo {
  readonly id: Region;
  readonly name: Message;
  /** Currency of the region's price list; a single price may say otherwise. */
  readonly currency: "USD" | "CNY";
  /** Shared host, scheme included; null where a region has none or none is documented. */
  readonly host: string | null;
  /** Host of one workspace, `{WorkspaceId}` to be filled in; null where none is documented. */
  readonly workspaceHost: string | null;
}

const workspaceHost = (place: string): string => `https://{WorkspaceId}.${place}.maas.aliyuncs.com`;

/** Source: https://www.alibabacloud.com/help/model-studio/base-url (2026-10-11). */
export const REGIONS: readonly RegionInfo[] = [
  {
    id: "intl",
    name: tell("offers.region_intl"),
    currency: "USD",
    host: "https://dashscope-intl.aliyuncs.com",
    workspaceHost: workspaceHost("ap-southeast-1"),
  },
  {
    id: "cn",
    name: tell("offers.region_cn"),
    currency: "CNY",
    host: "https://dashscope.aliyuncs.com",
    workspaceHost: workspaceHost("cn-beijing"),
  },
  { id: "global", name: tell("offers.region_global"), currency: "USD", host: null, workspaceHost: null },
  {
    id: "eu",
    name: tell("offers.region_eu"),
    currency: "USD",
    host: null,
    workspaceHost: workspaceHost("eu-central-1"),
  },
  {
    id: "us",
    name: tell("offers.region_us"),
    currency: "USD",
    host: "https://dashscope-us.aliyuncs.com",
    workspaceHost: workspaceHost("us-east-1"),
  },
  {
    id: "hk",
    name: tell("offers.region_hk"),
    currency: "USD",
    host: "https://cn-hongkong.dashscope.aliyuncs.com",
    workspaceHost: workspaceHost("cn-hongkong"),
  },
];

const byId = new Map(REGIONS.map((region) => [region.id, region]));

/** A region's plain name, e.g. "Singapore". */
export const regionName = (id: Region): Said => byId.get(id)?.name ?? id;

/** Several of them in a row: `Singapore, Beijing`. */
export const regionNames = (ids: readonly Region[]): Said =>
  ids.map(regionName).reduce((one, other) => tell("offers.both", { one, other }));

export const isRegion = (value: unknown): value is Region => REGIONS.some(({ id }) => id === value);
