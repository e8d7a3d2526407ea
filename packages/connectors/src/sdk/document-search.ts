/** Documents of one status, all templates or one of them. */
export interface DocumentSearch {
  status: string;
  templateId?: string;
  /** When they last changed; ISO 8601, inclusive. */
  changedFrom?: string;
  /** Exclusive. */
  changedTo?: string;
}

export interface ListedDocument {
  id: string;
  name: string;
  status: string;
}

/** The oldest documents first, so that a page stays the same while new ones come. */
export interface DocumentPage {
  documents: ListedDocument[];
  more: boolean;
}
