import { isForbiddenKey } from '../expressions/own-path.js';
import { pointerTo } from '../pointer.js';
import { said } from '../said.js';
import type { PickListSource, Setting } from '../schema/setting.js';
import type { Catalogue } from './catalogue.js';
import { checkDefault } from './settings-values.js';
import type { Issues } from './issue.js';
import { nearest } from './nearest.js';

/** Keys, pick lists, the settings that pick lists depend on, and defaults. */
export function checkSettings(settings: Setting[], catalogue: Catalogue, issues: Issues): void {
  const seen = new Set<string>();
  for (const [index, setting] of settings.entries()) {
    const pointer = pointerTo('/settings', index);
    if (seen.has(setting.key)) issues.error(`${pointer}/key`, said`There are two settings "${setting.key}"`);
    if (isForbiddenKey(setting.key)) issues.error(`${pointer}/key`, said`"${setting.key}" may not be used as a key`);
    seen.add(setting.key);
    for (const [name, source] of sourcesOf(setting)) {
      checkSource(source, `${pointer}/${name}`, catalogue, issues);
      checkInputs(source, `${pointer}/${name}/input`, setting, settings, issues);
    }
    checkDefault(setting, `${pointer}/default`, issues);
  }
}

function sourcesOf(setting: Setting): [string, PickListSource][] {
  if (setting.type === 'choice' || setting.type === 'choices') return [['from', setting.from]];
  return setting.type === 'mapping' ? [['keys', setting.keys], ['values', setting.values]] : []; // prettier-ignore
}

function checkSource(source: PickListSource, pointer: string, { connectors }: Catalogue, issues: Issues): void {
  const connector = connectors.find(({ key }) => key === source.connector);
  if (!connector) {
    const meant = nearest(
      source.connector,
      connectors.map(({ key }) => key),
    );
    issues.error(`${pointer}/connector`, said`There is no connector "${source.connector}"`, meant);
  } else if (!connector.pickLists.includes(source.pickList)) {
    const meant = nearest(source.pickList, connector.pickLists);
    issues.error(
      `${pointer}/pickList`,
      said`Connector "${source.connector}" has no pick list "${source.pickList}"`,
      meant,
    );
  }
}

/** An input of a pick list is the value of another setting, and no circle of settings may wait for each other. */
function checkInputs(
  source: PickListSource,
  pointer: string,
  owner: Setting,
  settings: Setting[],
  issues: Issues,
): void {
  for (const [input, key] of Object.entries(source.input ?? {})) {
    const place = pointerTo(pointer, input);
    const supplier = settings.find((setting) => setting.key === key);
    if (!supplier) {
      const others = settings.map((setting) => setting.key).filter((other) => other !== owner.key);
      issues.error(place, said`There is no setting "${key}"`, nearest(key, others));
    } else if (dependsOn(supplier, owner.key, settings)) {
      issues.error(place, said`The choices of "${owner.key}" depend on "${owner.key}" itself`);
    } else if (supplier.type === 'choices' || supplier.type === 'mapping') {
      issues.error(place, said`Setting "${key}" has several values; a pick list takes one`);
    }
  }
}

function dependsOn(setting: Setting, key: string, settings: Setting[], seen = new Set<string>()): boolean {
  if (setting.key === key) return true;
  if (seen.has(setting.key)) return false;
  seen.add(setting.key);
  const suppliers = sourcesOf(setting).flatMap(([, source]) => Object.values(source.input ?? {}));
  return settings.some((other) => suppliers.includes(other.key) && dependsOn(other, key, settings, seen));
}
