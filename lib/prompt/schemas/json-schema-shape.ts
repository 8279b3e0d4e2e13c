/** The shape of a JSON Schema, as tools describe their arguments with. */

import { type Message, tell } from "../../words/message";
import { choiceShape, flagShape, listShape, numberShape, type Shape, textShape } from "./shape";

/** The schema of a tool's arguments or of an answer. */
export const jsonSchema: Shape = {
  description: tell("schemaBody.argumentsSchema"),
  begin: '{ "type": "object", "properties": {$1} }',
  get fields() {
    return {
      type: choiceShape(tell("schemaBody.valueType"), {
        object: tell("schemaBody.typeObject"),
        array: tell("schemaBody.typeArray"),
        string: tell("schemaBody.typeString"),
        number: tell("schemaBody.typeNumber"),
        integer: tell("schemaBody.typeInteger"),
        boolean: tell("schemaBody.typeBoolean"),
        null: tell("schemaBody.typeNull"),
      }),
      description: textShape(tell("schemaBody.valueMeaning")),
      properties: {
        description: tell("schemaBody.properties"),
        begin: "{$1}",
        anyField: schemaPart(tell("schemaBody.property")),
      },
      required: listShape(tell("schemaBody.required"), textShape(tell("schemaBody.requiredName"))),
      items: schemaPart(tell("schemaBody.itemsSchema")),
      enum: listShape(tell("schemaBody.allowedValues"), { description: tell("schemaBody.allowedValue") }),
      default: { description: tell("schemaBody.defaultValue") },
      format: textShape(tell("schemaBody.textForm")),
      minimum: numberShape(tell("schemaBody.minimum")),
      maximum: numberShape(tell("schemaBody.maximum")),
      additionalProperties: flagShape(
        tell("schemaBody.moreProperties"),
        tell("schemaBody.moreAllowed"),
        tell("schemaBody.moreForbidden"),
      ),
    };
  },
};

/** A schema inside a schema; its fields are only made when asked for, since they hold schemas again. */
function schemaPart(description: Message): Shape {
  return {
    description,
    begin: '{ "type": "$1" }',
    get fields() {
      return jsonSchema.fields ?? {};
    },
  };
}
