"use client";
/** The hosts that the server's operator has listed, as targets of a page that sends requests. */
import { useEffect, useState } from "react";
import type { Endpoint } from "../../lib/offers/endpoint";
import type { PickerGroup, PickerOption } from "../ui/picker";
import { useWords } from "../words/use-words";

/** The id under which both dialects of an operator's endpoint are offered. */
const operatorHostOf = ({ id }: Pick<Endpoint, "id">): string => id.replace(/\/(openai|anthropic)$/, "");

async function readHosts(signal: AbortSignal): Promise<readonly PickerOption[]> {
  const response = await fetch("/api/relay", { signal });
  if (!response.ok) return [];
  const { endpoints = [] } = (await response.json()) as { endpoints?: readonly Endpoint[] };
  return endpoints
    .filter(({ plan, dialect }) => plan === "operator" && dialect === "openai")
    .map((endpoint) => ({ value: operatorHostOf(endpoint), label: endpoint.name }));
}

/** As groups of a list: none until they are known, where there are none, and where the relay cannot be asked. */
export function useOperatorGroups(): readonly PickerGroup[] {
  const { t } = useWords();
  const [hosts, setHosts] = useState<readonly PickerOption[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    readHosts(controller.signal).then(setHosts, () => undefined);
    return () => controller.abort();
  }, []);
  return hosts.length > 0 ? [{ label: t("run.operatorHosts"), options: hosts }] : [];
}
