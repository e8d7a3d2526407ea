import type { PickListItem } from '@tandem/connectors';
import { nearest, type JsonObject, type PickListSource, type Setting } from '@tandem/recipes';

/** One question to a connector: the stages of this pipeline. */
export interface ListAsked {
  connector: string;
  pickList: string;
  input: Readonly<Record<string, string>>;
}

export const listKeyOf = ({ connector, pickList, input }: ListAsked): string =>
  JSON.stringify([connector, pickList, Object.entries(input).sort()]);

/** The items of a list; undefined when it could not be read. */
export type Lists = (asked: ListAsked) => readonly PickListItem[] | undefined;

/** A choice that was filled in and is not offered any more. */
export interface GoneChoice {
  setting: Setting;
  /** Within the settings. */
  pointer: string;
  value: string;
  /** What was probably meant. */
  suggestion: PickListItem | undefined;
}

interface Chosen {
  setting: Setting;
  source: PickListSource;
  pointer: string;
  value: string;
}

/** The lists from which the filled-in choices came, each once. Values are of the types of the settings. */
export function listsAsked(settings: readonly Setting[], values: JsonObject): ListAsked[] {
  const asked = chosenIn(settings, values).flatMap(({ source }) => askedFor(source, values) ?? []);
  return [...new Map(asked.map((one) => [listKeyOf(one), one])).values()];
}

/**
 * The choices that their lists do not offer. What hangs on a choice that is gone itself is not looked at: the stages of
 * a pipeline that does not exist. A list that could not be read takes nothing away.
 */
export function goneChoices(settings: readonly Setting[], values: JsonObject, lists: Lists): GoneChoice[] {
  const gone: GoneChoice[] = [];
  for (const { setting, source, pointer, value } of chosenIn(settings, values)) {
    const hangsOn = Object.values(source.input ?? {});
    if (gone.some((one) => hangsOn.includes(one.setting.key))) continue;
    const asked = askedFor(source, values);
    const items = asked && lists(asked);
    if (!items || items.some((item) => item.value === value)) continue;
    gone.push({ setting, pointer, value, suggestion: meant(value, items) });
  }
  return gone;
}

function meant(value: string, items: readonly PickListItem[]): PickListItem | undefined {
  const byValue = nearest(
    value,
    items.map((item) => item.value),
  );
  const byLabel = nearest(
    value,
    items.map((item) => item.label),
  );
  return items.find((item) => item.value === byValue) ?? items.find((item) => item.label === byLabel);
}

function chosenIn(settings: readonly Setting[], values: JsonObject): Chosen[] {
  return settings.flatMap((setting): Chosen[] => {
    const value = values[setting.key];
    const pointer = `/${setting.key}`;
    switch (setting.type) {
      case 'choice':
        return isFilled(value) ? [{ setting, source: setting.from, pointer, value }] : [];
      case 'choices':
        return (Array.isArray(value) ? value : []).flatMap((one, index) =>
          isFilled(one) ? [{ setting, source: setting.from, pointer: `${pointer}/${index}`, value: one }] : [],
        );
      case 'mapping':
        return pairsOf(value).flatMap(([key, one]) => {
          const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
          const ofKey = { setting, source: setting.keys, pointer: place, value: key };
          return isFilled(one) ? [ofKey, { setting, source: setting.values, pointer: place, value: one }] : [ofKey];
        });
      case 'text':
      case 'number':
      case 'switch':
        return [];
    }
  });
}

const pairsOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** undefined while a setting that the list hangs on is empty. */
function askedFor({ connector, pickList, input }: PickListSource, values: JsonObject): ListAsked | undefined {
  const filled: Record<string, string> = {};
  for (const [name, key] of Object.entries(input ?? {})) {
    const value = values[key];
    if (!isFilled(value)) return undefined;
    filled[name] = value;
  }
  return { connector, pickList, input: filled };
}
