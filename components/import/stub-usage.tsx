/** Stands in for the table of usages until that is there. */
import type { ImportedUsage } from "../../lib/import/imported";
import type { Region } from "../../lib/models/model";

interface UsageViewProps {
  readonly usages: readonly ImportedUsage[];
  readonly model: string;
  readonly region: Region;
}

export function UsageView({ usages, model, region }: UsageViewProps) {
  return (
    <table>
      <tbody>
        {usages.map(({ place }) => (
          <tr key={place}>
            <td>{place}</td>
            <td>2,048</td>
            <td>
              {model}, {region}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
