/** A deal or document that a person looked for. */
export interface FoundSubject {
  type: 'deal' | 'document';
  id: string;
  name: string;
}

/** Whoever types an @ looks for a person. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);
