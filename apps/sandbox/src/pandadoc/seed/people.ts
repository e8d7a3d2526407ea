import { microseconds } from '../identity.js';

export type Member = {
  user_id: string;
  membership_id: string;
  email: string;
  first_name: string;
  last_name: string;
  is_active: boolean;
  role: string;
  user_license: string;
  date_created: string;
  date_modified: string;
};

export type Contact = {
  id: string;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  company: string | null;
  job_title: string | null;
  phone: string | null;
  country: string | null;
  state: string | null;
  street_address: string | null;
  city: string | null;
  postal_code: string | null;
};

export const workspace = { id: 'wS4mQeT7rYbN2kXcVhJzPd', name: 'Lindqvist Interiors' };

export function seedMembers(now: Date): Member[] {
  const since = microseconds(now.getTime() * 1000);
  const member = (ids: [string, string], first: string, last: string, role: string): Member => ({
    user_id: ids[0],
    membership_id: ids[1],
    email: `${first}.${last}@lindqvist.example`.toLowerCase(),
    first_name: first,
    last_name: last,
    is_active: true,
    role,
    user_license: 'Full',
    date_created: since,
    date_modified: since,
  });
  return [
    member(['uM3kLp8QzX5vRtY7wNbC2a', 'mS9dFg4HjK6lZxC1vBnM3q'], 'Nora', 'Lindqvist', 'Owner'),
    member(['uT6yHn2BgV4fCdR8eSwX1z', 'mQ7wEr5TyU3iOpA2sDfG9h'], 'Tomas', 'Berg', 'Member'),
  ];
}

export function seedContacts(): Contact[] {
  return [
    contact('cA1sDf3GhJ5kLqW7eRtY9u', 'josh.ron@acme.example', 'Josh', 'Ron', 'Acme GmbH', 'Head of Purchasing'),
    contact(
      'cZ2xCv4BnM6aSdF8gHjK1l',
      'mara.ferrari@northwind.example',
      'Mara',
      'Ferrari',
      'Northwind',
      'Office Manager',
    ),
  ];
}

/** A contact of whom only this much is known. */
export function contact(
  id: string,
  email: string | null,
  first: string | null,
  last: string | null,
  company: string | null = null,
  title: string | null = null,
): Contact {
  return {
    id,
    email,
    first_name: first,
    last_name: last,
    company,
    job_title: title,
    phone: null,
    country: null,
    state: null,
    street_address: null,
    city: null,
    postal_code: null,
  };
}
