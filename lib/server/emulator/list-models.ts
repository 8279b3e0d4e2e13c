/** The models that the emulator lists: those of the catalogue that have a name of their own. */
import { listModels } from "../../offers/catalogue";

/** The body of `GET …/models`. When a model was made is not known. */
export const writeModelList = () => ({
  object: "list",
  data: listModels()
    .filter(({ model }) => !model.includes("*"))
    .map(({ model }) => ({ id: model, object: "model", created: 0, owned_by: "system" })),
});
