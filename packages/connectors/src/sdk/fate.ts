/** What became of a record as a whole, as its remote tells it. */
export interface Fate {
  /** In the words of the ledger: deal. */
  type: string;
  id: string;
  happened: 'deleted' | 'restored' | 'merged';
  /** ISO 8601 with zone; null: the remote does not say. */
  at: string | null;
  /** The id of the record that a merged one went into. */
  into?: string;
}
