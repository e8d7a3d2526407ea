import type { Automation, RecipeSummary, TemplateFolders, Templates } from '../api/generated/types.gen.js';

export type TemplateRow = Templates['items'][number];
export type TemplateCell = TemplateRow['automations'][number];

/** A recipe that can be switched on per template. */
export type Column = Pick<RecipeSummary, 'key' | 'name' | 'description' | 'built_in'> & { version: number };

/** How one recipe stands for one template, or for all of them. */
export interface Cell {
  recipe: string;
  /** null: the default for all templates. */
  templateId: string | null;
  enabled: boolean;
  /** `own`: chosen right here. `default`: taken over from all templates. `nothing`: nobody chose. */
  from: 'own' | 'default' | 'nothing';
  /** Of the choice made right here; null where there is none. */
  choiceId: string | null;
  settings: Readonly<Record<string, unknown>>;
}

/** The recipes that are offered for templates and published, in their order. */
export function columnsOf(recipes: readonly RecipeSummary[], templates: readonly TemplateRow[]): Column[] {
  // Recipes that only others start are not listed with templates.
  const listed = templates[0]?.automations.map(({ recipe }) => recipe);
  return recipes.flatMap(({ key, name, description, built_in, offer, published_version: version }) =>
    offer === 'template' && version !== null && (listed?.includes(key) ?? true)
      ? [{ key, name, description, built_in, version }]
      : [],
  );
}

/** How a recipe stands for a template. */
export function cellOf(template: TemplateRow, recipe: string): Cell {
  const found = template.automations.find((automation) => automation.recipe === recipe);
  const from = found?.from ?? 'nothing';
  return {
    recipe,
    templateId: template.id,
    enabled: found?.enabled ?? false,
    from: from === 'template' ? 'own' : from,
    choiceId: from === 'template' ? (found?.automation_id ?? null) : null,
    // Where nobody chose, the server tells the defaults as it has them: in English.
    settings: from === 'nothing' ? {} : (found?.settings ?? {}),
  };
}

/** How a recipe stands for all templates without a choice of their own. */
export function defaultCellOf(choices: readonly Automation[], recipe: string): Cell {
  const choice = choices.find((one) => one.recipe === recipe && one.template_id === null);
  return {
    recipe,
    templateId: null,
    enabled: choice?.enabled ?? false,
    from: choice ? 'own' : 'nothing',
    choiceId: choice?.id ?? null,
    settings: choice?.settings ?? {},
  };
}

/** A template with how each recipe stands for it. */
export interface Row {
  id: string;
  name: string;
  /** As people see it: "Sales / Renewals"; undefined: in none, or not known yet. */
  folder: string | undefined;
  cells: readonly Cell[];
}

export type Folder = TemplateFolders['items'][number];

export const pathOf = ({ path }: Folder): string => path.join(' / ');

export function rowsOf(
  templates: readonly TemplateRow[],
  columns: readonly Column[],
  folders: readonly Folder[],
): Row[] {
  const folderOf = new Map(folders.flatMap((folder) => folder.template_ids.map((id) => [id, pathOf(folder)])));
  return templates.map((template) => ({
    id: template.id,
    name: template.name,
    folder: folderOf.get(template.id),
    cells: columns.map(({ key }) => cellOf(template, key)),
  }));
}

/** Which rows a person wants to see. */
export interface RowFilter {
  search?: string | undefined;
  /** A path; what lies deeper in it is shown too. */
  folder?: string | undefined;
  show?: 'on' | 'off' | 'not_ready' | undefined;
}

/** @param isNotReady whether something that is switched on is known to lack something */
export function filtered(rows: readonly Row[], filter: RowFilter, isNotReady: (row: Row) => boolean): readonly Row[] {
  const { search = '', folder, show } = filter;
  return searched(rows, search).filter(
    (row) =>
      (folder === undefined || row.folder === folder || (row.folder?.startsWith(`${folder} / `) ?? false)) &&
      (show !== 'on' || row.cells.some(({ enabled }) => enabled)) &&
      (show !== 'off' || row.cells.every(({ enabled }) => !enabled)) &&
      (show !== 'not_ready' || isNotReady(row)),
  );
}

/** Templates whose name contains all of the words, in any order and case, accents aside. */
export function searched<Named extends { id: string; name: string }>(
  templates: readonly Named[],
  words: string,
): readonly Named[] {
  const wanted = bare(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return templates;
  return templates.filter(({ id, name }) => wanted.every((word) => bare(name).includes(word)) || id === words.trim());
}

const bare = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
