/** Values for schemas: the required fields, each with something simple that fits. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
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

describe("what it gives, the schema takes", () => {
  const checked = (schema: z.ZodType) => {
    const json = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: "input" })));
    for (const whole of [false, true]) schema.parse(fitSchema(json, { whole }));
    return fitSchema(json, { whole: true });
  };

  it.each<[string, z.ZodType]>([
    ["formats", z.object({ a: z.email(), b: z.url(), c: z.uuid(), d: z.iso.datetime(), e: z.ipv4() })],
    ["a pattern", z.object({ code: z.string().regex(/^[A-Z]{3}-\d{4}(?:x|y)?$/) })],
    [
      "bounds",
      z.object({ a: z.int().gt(3).multipleOf(5), b: z.number().lt(0), c: z.string().min(9).max(9) }),
    ],
    ["tuples and lists", z.object({ a: z.tuple([z.string(), z.int()]), b: z.array(z.boolean()).min(2) })],
    [
      "a choice",
      z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") }), z.object({ kind: z.literal("b") })]),
    ],
    ["what may be null", z.object({ a: z.string().nullable(), b: z.null(), c: z.int().optional() })],
    ["parts together", z.intersection(z.object({ a: z.string() }), z.object({ b: z.int() }))],
    ["a record", z.record(z.string(), z.int())],
    ["an enum", z.object({ unit: z.enum(["celsius", "fahrenheit"]) })],
  ])("%s", (_name, schema) => {
    checked(schema);
  });

  it("fills in what may be left out where all is asked for", () => {
    expect(checked(z.object({ name: z.string().optional(), tags: z.array(z.string()) }))).toEqual({
      name: "example",
      tags: ["example"],
    });
  });

  it("schemas that go around in circles", () => {
    const node: z.ZodType = z.object({
      name: z.string(),
      get next() {
        return z.union([node, z.null()]);
      },
      get children() {
        return z.array(node);
      },
    });
    checked(node);
  });

  it("schemas of many kinds", () => {
    const leaf = fc.constantFrom<() => z.ZodType>(
      () => z.string().min(3),
      () => z.int().min(-5).max(-2),
      () => z.boolean(),
      () => z.enum(["x", "y"]),
      () => z.iso.date(),
      () => z.literal(7),
    );
    const { tree } = fc.letrec<{ tree: () => z.ZodType }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .array(tie("tree"), { maxLength: 4 })
          .map(
            (all) => () => z.strictObject(Object.fromEntries(all.map((one, index) => [`f${index}`, one()]))),
          ),
        fc.tuple(tie("tree"), fc.nat(3)).map(
          ([one, least]) =>
            () =>
              z.array(one()).min(least),
        ),
        tie("tree").map((one) => () => one().optional()),
        fc.tuple(tie("tree"), tie("tree")).map(
          ([one, other]) =>
            () =>
              z.union([one(), other()]),
        ),
      ),
    }));
    fc.assert(
      fc.property(tree, (make) => {
        checked(z.object({ value: make() }));
      }),
    );
  });
});

it("gives up patterns that would take forever", () => {
  const field = { type: "string", minLength: 500, pattern: "^(x+)+y$" };
  const schema = object(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`f${at}`, field])), []);
  expect(Object.keys(fitSchema(schema, { whole: true }) as object)).toHaveLength(50);
});
