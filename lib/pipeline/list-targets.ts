/** The services that the document can be taken along to: those of the comparison, each on the model it is compared with. */
import type { AskedRoute, AskedSystem } from "../compare/compared-system";
import { isRoute } from "../compare/compared-system";
import { type ComparisonChoice, listShownSystems } from "../compare/shown-systems";
import type { ServiceTarget } from "../export/service-target";
import type { SystemKind } from "../systems/comparable";
import type { Said } from "../words/message";

export interface NamedTarget {
  /** Of the row of the comparison. */
  readonly id: string;
  readonly name: Said;
  readonly kind: SystemKind;
  readonly target: ServiceTarget;
}

/** The document's own row. */
const YOURS: NamedTarget = {
  id: "yours",
  name: "Model Studio",
  kind: "explicit",
  target: { system: "model-studio", model: null },
};

function targetOf(asked: AskedSystem | AskedRoute): ServiceTarget {
  if (isRoute(asked)) {
    const [first] = asked.members;
    return first ? targetOf(first) : { system: asked.system, model: asked.model };
  }
  const { system, model, options } = asked;
  const { mode, automatic, life, retention } = options;
  const asksFor = system === "kimi" ? life : retention;
  return {
    system,
    model,
    ...(automatic === true ? { mode: "automatic" } : typeof mode === "string" ? { mode } : {}),
    ...(typeof asksFor === "number" ? { life: asksFor } : {}),
  };
}

/** In the order of the comparison, Model Studio first. */
export const listTargets = (choice: ComparisonChoice): readonly NamedTarget[] => [
  YOURS,
  ...listShownSystems(choice).map(({ id, kind, asked }) => ({
    id,
    name: asked.name ?? asked.system,
    kind,
    target: targetOf(asked),
  })),
];
