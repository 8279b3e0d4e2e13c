/** Model Studio's regions, their currencies and hosts. */
import type { Region } from "./model";

export interface RegionInfo {
  readonly id: Region;
  readonly name: string;
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
    name: "Singapore",
    currency: "USD",
    host: "https://dashscope-intl.aliyuncs.com",
    workspaceHost: workspaceHost("ap-southeast-1"),
  },
  {
    id: "cn",
    name: "Beijing",
    currency: "CNY",
    host: "https://dashscope.aliyuncs.com",
    workspaceHost: workspaceHost("cn-beijing"),
  },
  { id: "global", name: "Global", currency: "USD", host: null, workspaceHost: null },
  { id: "eu", name: "Frankfurt", currency: "USD", host: null, workspaceHost: workspaceHost("eu-central-1") },
  {
    id: "us",
    name: "Virginia",
    currency: "USD",
    host: "https://dashscope-us.aliyuncs.com",
    workspaceHost: workspaceHost("us-east-1"),
  },
  {
    id: "hk",
    name: "Hong Kong",
    currency: "USD",
    host: "https://cn-hongkong.dashscope.aliyuncs.com",
    workspaceHost: workspaceHost("cn-hongkong"),
  },
];

const byId = new Map(REGIONS.map((region) => [region.id, region]));

/** A region's plain name, e.g. "Singapore". */
export const regionName = (id: Region): string => byId.get(id)?.name ?? id;

export const isRegion = (value: unknown): value is Region => REGIONS.some(({ id }) => id === value);
