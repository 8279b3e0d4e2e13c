/** What an import says of a batch file. */
import { tell } from "../words/message";

export const BATCH_WORDS = tell("importSources.batch");

/** Why bodies without a word of a batch are taken for one, and the way out. */
export const BARE_BATCH_WORDS = tell("importSources.bareBatch");
