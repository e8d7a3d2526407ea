import type { AccessToken, Owner, Pipeline, Portal, TaxRate, UserLabel } from './state.js';

/** The token that every demo and test uses. */
const SANDBOX_TOKEN = 'pat-sandbox-hubspot';

/** Every scope that the product asks for (reference 4.4), and the file scopes. */
export const ALL_SCOPES = [
  'oauth',
  ...['deals', 'companies', 'contacts', 'line_items', 'products', 'quotes'].flatMap((name) => [
    `crm.objects.${name}.read`,
    `crm.objects.${name}.write`,
  ]),
  'crm.objects.owners.read',
  ...['deals', 'companies', 'contacts'].flatMap((name) => [`crm.schemas.${name}.read`, `crm.schemas.${name}.write`]),
  'e-commerce',
  'files',
  'files.ui_hidden.read',
  'settings.currencies.read',
  'tax_rates.read',
  'tickets',
];

export const seedTokens = (): Record<string, AccessToken> => ({
  [SANDBOX_TOKEN]: { kind: 'private', scopes: [...ALL_SCOPES], expires_at: null },
});

export const seedPortal = (at: string): Portal => ({
  id: 145_908_221,
  ui_domain: 'app.hubspot.com',
  time_zone: 'Europe/Berlin',
  utc_offset: '+01:00',
  company_currency: 'EUR',
  additional_currencies: ['USD', 'GBP'],
  exchange_rates: { EUR: '1', USD: '0.92', GBP: '1.17' },
  created_at: at,
});

type Stage = [id: string, label: string, probability: string];

const SALES: Stage[] = [
  ['appointmentscheduled', 'Appointment scheduled', '0.2'],
  ['qualifiedtobuy', 'Qualified to buy', '0.4'],
  ['presentationscheduled', 'Presentation scheduled', '0.6'],
  ['decisionmakerboughtin', 'Decision maker bought in', '0.8'],
  ['contractsent', 'Contract sent', '0.9'],
  ['closedwon', 'Closed won', '1.0'],
  ['closedlost', 'Closed lost', '0.0'],
];

/** Newer stages have numeric ids; one of the old kind is a UUID with capitals. */
const RENEWALS: Stage[] = [
  ['183022471', 'Renewal due', '0.5'],
  ['183022472', 'Renewal offered', '0.7'],
  ['7E1C9A40-52B6-4F0D-9A55-0D1B6E1F3C88', 'In legal review', '0.8'],
  ['183022474', 'Renewed', '1.0'],
  ['183022475', 'Churned', '0.0'],
];

export const seedPipelines = (at: string): Record<string, Pipeline[]> => ({
  '0-3': [pipeline('default', 'Sales pipeline', 0, SALES, at), pipeline('renewals', 'Renewals', 1, RENEWALS, at)],
});

function pipeline(id: string, label: string, displayOrder: number, stages: Stage[], at: string): Pipeline {
  const stamps = { archived: false, createdAt: at, updatedAt: at };
  return {
    id,
    label,
    displayOrder,
    ...stamps,
    stages: stages.map(([stageId, stageLabel, probability], order) => ({
      id: stageId,
      label: stageLabel,
      displayOrder: order,
      metadata: { isClosed: String(probability === '1.0' || probability === '0.0'), probability },
      ...stamps,
      writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
    })),
  };
}

export const seedOwners = (at: string): Owner[] =>
  (
    [
      ['701', 'Ines', 'Marchetti'],
      ['702', 'Tom', 'Okafor'],
      ['703', 'Yuki', 'Tanaka'],
    ] as const
  ).map(([id, firstName, lastName]) => ({
    id,
    email: `${firstName}.${lastName}@harbourworks.example`.toLowerCase(),
    type: 'PERSON',
    firstName,
    lastName,
    userId: 50_000 + Number(id),
    userIdIncludingInactive: 50_000 + Number(id),
    createdAt: at,
    updatedAt: at,
    archived: false,
  }));

export const seedTaxRates = (): TaxRate[] => [
  { id: '9001', name: 'VAT 19', label: 'VAT 19 %', percentage: '19' },
  { id: '9002', name: 'VAT 7', label: 'VAT 7 %', percentage: '7' },
];

/** Their ids collide with those that HubSpot defines (5 is also the primary company): only the pair is unique. */
export const seedLabels = (): UserLabel[] => [
  {
    from: '0-3',
    to: '0-1',
    typeId: 1,
    label: 'Decision maker',
    inverseTypeId: 2,
    inverseLabel: 'Decision maker',
    name: 'decision_maker',
  },
  {
    from: '0-3',
    to: '0-2',
    typeId: 5,
    label: 'Implementation partner',
    inverseTypeId: 6,
    inverseLabel: 'Implementation partner',
    name: 'implementation_partner',
  },
];
