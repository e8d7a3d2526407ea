/**
 * The one place that says which version of HubSpot's API we speak. The SDK builds numbered paths only; HubSpot ends
 * them (v4 on 2027-03-30, v1 to v3 in September 2027) in favour of dated ones, which hold the version after the area.
 */
export type ApiVersion = 'numbered' | '2026-03';

export const API_VERSION: ApiVersion = 'numbered';

/** Numbered path → dated path; `$v` is the version. The first that fits wins. */
const DATED_PATHS: [RegExp, string][] = [
  [/\/crm\/v3\/objects\//, '/crm/objects/$v/'],
  [/\/crm\/v4\/objects\//, '/crm/objects/$v/'],
  [/\/crm\/v4\/associations\//, '/crm/associations/$v/'],
  [/\/crm\/v3\/pipelines\//, '/crm/pipelines/$v/'],
  [/\/crm\/v3\/properties\//, '/crm/properties/$v/'],
  [/\/crm\/v3\/owners\/?/, '/crm/owners/$v'],
  [/\/files\/v3\/files/, '/files/$v/files'],
  [/\/account-info\/v3\/details/, '/account-info/$v/details'],
];

/** The URL that a call of the SDK goes to under this version; a path that has no dated form stays as it is. */
export function urlForVersion(url: string, version: ApiVersion): string {
  if (version === 'numbered') return url;
  for (const [numbered, dated] of DATED_PATHS) {
    if (numbered.test(url)) return url.replace(numbered, dated.replace('$v', version));
  }
  return url;
}
