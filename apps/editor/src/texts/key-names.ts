/** What a language calls things that the server knows by keys, properties of every HubSpot account, and keyboards' keys. */
export interface Names {
  keys: Readonly<Record<string, string>>;
  /** By the English label. What an account calls otherwise is its own word. */
  labels: Readonly<Record<string, string>>;
}

/** Says what stands behind a key, or an English label, without a capital of its own: "document id". */
export interface SayNames {
  key(key: string): string;
  label(label: string): string;
}

/** `hs_discount_percentage` → “discount percentage”: as people read it, for want of a better name. */
export function readable(key: string): string {
  const words = key.replace(/^hs_/, '').replaceAll('_', ' ').trim();
  return words === '' ? key : words;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const inEnglish: SayNames = { key: readable, label: (label) => label };

export const namesIn = ({ keys, labels }: Names): SayNames => ({
  key: (key) => own(keys, key) ?? readable(key),
  label: (label) => own(labels, label) ?? label,
});

const own = (names: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined;
