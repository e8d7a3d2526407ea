import type { Api } from '../api.js';
import type { Answer, PresetCall, Presets } from './answer.js';
import { hubspotPresets } from './hubspot-presets.js';
import { pandadocPresets } from './pandadoc-presets.js';

const presets: Record<Api, Presets> = { hubspot: hubspotPresets, pandadoc: pandadocPresets };

export function presetNames(api: Api): string[] {
  return Object.keys(presets[api]);
}

/** The remote's own answer for a preset, in its own shape. Throws on a name that the API does not have. */
export function presetAnswer(api: Api, name: string, call: PresetCall): Answer {
  const preset = Object.hasOwn(presets[api], name) ? presets[api][name] : undefined;
  if (!preset) throw new Error(`${api} has no preset ${name}`);
  return preset(call);
}
