/**
 * What HubSpot answered instead of success. Taken off the wire before the SDK parses it: the SDK drops the fields that
 * tell a daily limit from a rolling one, and cannot read an HTML page. Stays inside this folder: it holds raw text.
 */
export class HubSpotRefusal extends Error {
  override readonly name = 'HubSpotRefusal';

  constructor(
    readonly status: number,
    readonly headers: Readonly<Record<string, string>>,
    readonly text: string,
  ) {
    super(`HubSpot answered ${status}`);
  }
}
