/** The models that the emulator lists: those of the catalogue that have a name of their own. */
import { listModels } from "../../offers/catalogue";

const listNames = (): string[] =>
  listModels()
    .map(({ model }) => model)
    .filter((model) => !model.includes("*"));

/** When a model was made is not known. */
const writeModel = (id: string) => ({ id, object: "model", created: 0, owned_by: "system" });

/** The body of `GET …/models`. */
export const writeModelList = () => ({ object: "list", data: listNames().map(writeModel) });

/** The body of `GET …/models/<id>`; null where none is listed by that name. */
export const findModelEntry = (id: string) => (listNames().includes(id) ? writeModel(id) : null);
