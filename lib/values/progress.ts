/** How far a long computation has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}
