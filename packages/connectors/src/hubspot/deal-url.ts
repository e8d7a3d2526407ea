import type { PortalInfo } from './records.js';

/** Where a person opens the deal. The pattern is in wide use, not documented by HubSpot. */
export function dealUrl(portal: PortalInfo, dealId: string): string | null {
  if (portal.uiDomain === null) return null;
  return `https://${portal.uiDomain}/contacts/${portal.portalId}/record/0-3/${dealId}`;
}
