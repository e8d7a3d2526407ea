/** Something that the app is told of, before it gets the numbers of its event. */
export type CrmChange = Record<string, string | number | boolean | number[]>;

/** One request to the app and what became of it. */
export interface Parcel {
  id: number;
  events: CrmChange[];
  attempts: number;
  /** Of the last attempt; null: there was no answer. */
  status: number | null;
  at: string;
}

/** The requests to the app, as the control page sees them. */
export interface Parcels {
  /** How many are waiting, on their way or to be tried again. */
  readonly open: number;
  /** The newest first. */
  list(): Parcel[];
  /** The same request once more. False when there is none of this id. */
  again(id: number): boolean;
}
