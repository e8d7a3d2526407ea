import type { WrittenProperties } from './validation.js';

/** A deal with everything that hangs on it. */
export interface SeedDeal {
  deal: WrittenProperties;
  companies: number[];
  contacts: number[];
  /** The product's place in the list above, then what differs from the product. */
  lines: [product: number, line: WrittenProperties][];
  daysAgo: number;
}

export const DEALS: SeedDeal[] = [
  {
    deal: {
      dealname: 'Alder & Finch: platform for 12 clinics',
      dealstage: 'presentationscheduled',
      amount: '28560',
      deal_currency_code: 'EUR',
      hubspot_owner_id: '701',
      dealtype: 'newbusiness',
      hs_priority: 'high',
      contract_type: 'new',
      payment_terms: 'net_30',
      seats: '40',
      contract_start: '2027-01-01',
      addons: 'onboarding;sso',
    },
    companies: [0],
    contacts: [0, 1],
    lines: [
      [0, { quantity: '40', hs_discount_percentage: '10' }],
      [1, { quantity: '1', delivery_week: '2027-W02' }],
      [4, { quantity: '12', discount: '39.50', warranty: '3_years', install_hours: '18' }],
      [7, { quantity: '1' }],
    ],
    daysAgo: 34,
  },
  {
    deal: {
      dealname: 'Kestrel: cold chain rollout',
      dealstage: 'contractsent',
      amount: '15420',
      deal_currency_code: 'USD',
      hubspot_owner_id: '702',
      dealtype: 'newbusiness',
      contract_type: 'pilot',
      payment_terms: 'prepaid',
      po_number: 'KL-4471',
    },
    companies: [1],
    contacts: [2],
    lines: [
      [4, { quantity: '8', warranty: '1_year' }],
      [5, { quantity: '120', price: '43.00', delivery_week: '2026-W50' }],
      [3, { quantity: '2', price: '1050', discount: '50' }],
    ],
    daysAgo: 21,
  },
  {
    deal: {
      dealname: 'Meridian Foods: renewal 2027',
      pipeline: 'renewals',
      dealstage: '183022472',
      amount: '21888',
      deal_currency_code: 'GBP',
      hubspot_owner_id: '703',
      dealtype: 'existingbusiness',
      contract_type: 'renewal',
      payment_terms: 'net_60',
      seats: '36',
      order_reference: 'MF-2027-R1',
    },
    companies: [2],
    contacts: [3],
    lines: [
      [0, { quantity: '36', hs_recurring_billing_period: 'P24M' }],
      [2, { quantity: '1', price: '335' }],
    ],
    daysAgo: 12,
  },
  {
    deal: {
      dealname: 'Oakridge: five schools',
      dealstage: 'decisionmakerboughtin',
      amount: '9350',
      hubspot_owner_id: '701',
      contract_type: 'new',
      seats: '10',
    },
    companies: [3, 4],
    contacts: [4, 5],
    lines: [
      [0, { quantity: '10' }],
      [3, { quantity: '1', hs_discount_percentage: '25' }],
    ],
    daysAgo: 9,
  },
  {
    deal: { dealname: 'Inbound: sensor trial', dealstage: 'qualifiedtobuy', hubspot_owner_id: '702' },
    companies: [],
    contacts: [],
    lines: [],
    daysAgo: 3,
  },
  {
    deal: {
      dealname: 'Alder & Finch: sensors for the pharmacy',
      dealstage: 'closedwon',
      amount: '1995',
      deal_currency_code: 'EUR',
      closedate: '2026-09-30',
      hubspot_owner_id: '701',
      contract_type: 'expansion',
      signed: 'true',
      signed_at: '2026-09-30T14:05:00Z',
      order_reference: 'AF-2026-118',
    },
    companies: [0],
    contacts: [1],
    lines: [[5, { quantity: '50', warranty: '1_year' }]],
    daysAgo: 80,
  },
];
