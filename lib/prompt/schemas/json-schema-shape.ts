/** The shape of a JSON Schema, as tools describe their arguments with. */
import { choiceShape, flagShape, listShape, numberShape, type Shape, textShape } from "./shape";

/** The schema of a tool's arguments or of an answer. */
export const jsonSchema: Shape = {
  description:
    "JSON Schema of the arguments. It is rendered into the prompt: another order of its keys is another prefix.",
  begin: '{ "type": "object", "properties": {$1} }',
  get fields() {
    return {
      type: choiceShape("Type of the value.", {
        object: "Named values.",
        array: "A list.",
        string: "A text.",
        number: "A number.",
        integer: "A whole number.",
        boolean: "True or false.",
        null: "Nothing.",
      }),
      description: textShape("What the value is, for the model. Counts as prompt tokens."),
      properties: {
        description: "The named values. Keep their order: it is part of the prefix.",
        begin: "{$1}",
        anyField: schemaPart("A named value. Its name and its description are part of the prefix."),
      },
      required: listShape("Names of the values that must be given.", textShape("Name of a value.")),
      items: schemaPart("Schema of the items of a list."),
      enum: listShape("The values that are allowed.", { description: "An allowed value." }),
      default: { description: "Value taken where none is given." },
      format: textShape("Form of a text, such as date."),
      minimum: numberShape("Smallest number allowed."),
      maximum: numberShape("Largest number allowed."),
      additionalProperties: flagShape(
        "Whether values without a schema are allowed.",
        "They are allowed.",
        "They are not allowed.",
      ),
    };
  },
};

/** A schema inside a schema; its fields are only made when asked for, since they hold schemas again. */
function schemaPart(description: string): Shape {
  return {
    description,
    begin: '{ "type": "$1" }',
    get fields() {
      return jsonSchema.fields ?? {};
    },
  };
}
