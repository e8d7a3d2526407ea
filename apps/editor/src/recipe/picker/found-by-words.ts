/** A line that is searched for by words. */
export interface Line {
  key: string;
  group: string;
  title: string;
  about: string;
  /** Further words that it is found by, and that are not shown. */
  words?: string;
}

/** Those whose words, first of all those of their title, begin with each word that was typed, whatever the accents; all of them for none. */
export function foundByWords<Kind extends Line>(lines: readonly Kind[], typed: string): Kind[] {
  const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const holds = (text: string): boolean => {
    const words = plain(text).split(/[\s_:./'’"{}[\]-]+/);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  };
  const called = new Set(lines.filter(({ title }) => holds(title)));
  const about = lines.filter(
    (line) => !called.has(line) && holds(`${line.title} ${line.about} ${line.group} ${line.words ?? ''}`),
  );
  return [...called, ...about];
}
