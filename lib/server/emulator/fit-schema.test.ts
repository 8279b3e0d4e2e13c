/** Values for schemas: the required fields, each with something simple that fits. */
import { expect, it } from "vitest";
import type { JsonValue } from "../../values/json";
import { fitSchema } from "./fit-schema";

const object = (properties: object, required: string[]) =>
  JSON.parse(JSON.stringify({ type: "object", properties, required }));

it.each([
  [{ type: "string" }, "example"],
  [{ type: "string", enum: ["celsius", "fahrenheit"] }, "celsius"],
  [{ type: "string", format: "date" }, "2026-01-01"],
  [{ type: "string", minLength: 10 }, "examplexxx"],
  [{ type: "string", maxLength: 2 }, "ex"],
  [{ type: ["null", "integer"], minimum: 7 }, 7],
  [{ type: "integer", maximum: -3 }, -3],
  [{ type: "integer", exclusiveMinimum: 4 }, 5],
  [{ type: "number", exclusiveMinimum: 1, exclusiveMaximum: 2 }, 1.5],
  [{ type: "boolean" }, true],
  [{ const: 4 }, 4],
  [{ type: "integer", default: 9 }, 9],
  [{ anyOf: [{ type: "boolean" }, { type: "null" }] }, true],
  [{ type: "array", items: { type: "boolean" }, minItems: 2 }, [true, true]],
  [{ type: "array", items: { type: "boolean" } }, []],
  [{ $ref: "#/$defs/a", $defs: { a: { type: "integer" } } }, 1],
])("%j → %j", (schema, value) => {
  const given = JSON.parse(JSON.stringify(schema));
  expect(fitSchema(given)).toEqual(value);
  expect(fitSchema(object({ a: schema, b: { type: "string" } }, []))).toEqual({});
  if (!("$ref" in schema)) expect(fitSchema(object({ a: schema }, ["a"]))).toEqual({ a: value });
});

it("ends also where a schema refers to itself", () => {
  const schema = object({ next: { $ref: "#" } }, ["next"]);
  expect(JSON.stringify(fitSchema(schema)).length).toBeLessThan(1000);
});

it("takes anything for a schema", () => {
  const schemas: JsonValue[] = [null, 7, "x", [], { type: "no" }, { type: "object", required: ["a", 7] }];
  for (const schema of schemas) {
    expect(fitSchema(schema)).toBeDefined();
  }
});
