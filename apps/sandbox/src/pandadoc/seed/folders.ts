import { microseconds } from '../identity.js';

export type Folder = { uuid: string; name: string; parent_uuid: string | null; date_created: string };

export function seedFolders(now: Date): Folder[] {
  const since = microseconds(now.getTime() * 1000);
  return [
    { uuid: 'fP5oIu7YtR3eWqA1sDfG2h', name: 'Sales', parent_uuid: null, date_created: since },
    { uuid: 'fL9kJh8GfD6sAzX4cVbN1m', name: 'Renewals', parent_uuid: 'fP5oIu7YtR3eWqA1sDfG2h', date_created: since },
  ];
}
