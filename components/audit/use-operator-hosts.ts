"use client";
/** The hosts that the server's operator has listed for the relay, gateways for one. */
import { useEffect, useState } from "react";
import type { Endpoint } from "../../lib/offers/endpoint";
import type { PickerOption } from "../ui/picker";
import { operatorHostOf } from "./audit-draft";

async function readHosts(signal: AbortSignal): Promise<readonly PickerOption[]> {
  const response = await fetch("/api/relay", { signal });
  if (!response.ok) return [];
  const { endpoints = [] } = (await response.json()) as { endpoints?: readonly Endpoint[] };
  return endpoints
    .filter(({ plan, dialect }) => plan === "operator" && dialect === "openai")
    .map((endpoint) => ({ value: operatorHostOf(endpoint), label: endpoint.name }));
}

/** Empty until they are known, and where the relay cannot be asked. */
export function useOperatorHosts(): readonly PickerOption[] {
  const [hosts, setHosts] = useState<readonly PickerOption[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    readHosts(controller.signal).then(setHosts, () => undefined);
    return () => controller.abort();
  }, []);
  return hosts;
}
