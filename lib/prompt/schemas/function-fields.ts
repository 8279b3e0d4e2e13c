/** What a function tool says of itself, whichever dialect it is offered in. */
import { tell } from "../../words/message";
import { jsonSchema } from "./json-schema-shape";
import { type Fields, flagShape, textShape } from "./shape";

export const functionFields: Fields = {
  name: textShape(tell("schemaBody.toolName")),
  description: textShape(tell("schemaBody.toolDescription")),
  parameters: jsonSchema,
  strict: flagShape(
    tell("schemaBody.strictArguments"),
    tell("schemaBody.theyMust"),
    tell("schemaBody.theyShould"),
  ),
};
