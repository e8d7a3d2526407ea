import {
  BOOL,
  CHECKBOXES,
  DAY,
  INSTANT,
  LONG_TEXT,
  NUMBER,
  RADIO,
  SELECT,
  TEXT,
  YES_NO,
  calculated,
  type Row,
} from './property-rows.js';

/** A deal: HubSpot's own properties, then one custom property of every kind. */
export const DEAL_ROWS: Row[] = [
  ['dealname', 'Deal name', TEXT],
  ['dealstage', 'Deal stage', RADIO],
  ['pipeline', 'Pipeline', SELECT],
  ['amount', 'Amount', NUMBER],
  ['deal_currency_code', 'Currency', SELECT],
  ['closedate', 'Close date', INSTANT],
  [
    'dealtype',
    'Deal type',
    RADIO,
    {
      choices: [
        ['newbusiness', 'New business'],
        ['existingbusiness', 'Existing business'],
      ],
    },
  ],
  ['description', 'Deal description', LONG_TEXT],
  [
    'hs_priority',
    'Priority',
    SELECT,
    {
      choices: [
        ['low', 'Low'],
        ['medium', 'Medium'],
        ['high', 'High'],
      ],
    },
  ],
  ['hs_next_step', 'Next step', TEXT],
  ['closed_lost_reason', 'Closed lost reason', LONG_TEXT],
  ...calculated(NUMBER, 'amount_in_home_currency', 'hs_acv', 'hs_arr', 'hs_mrr', 'hs_tcv'),
  ...calculated(NUMBER, 'hs_closed_amount', 'hs_projected_amount', 'hs_forecast_amount', 'hs_deal_stage_probability'),
  ...calculated(NUMBER, 'num_associated_contacts', 'num_notes', 'hs_num_of_associated_line_items'),
  ...calculated(NUMBER, 'hs_primary_associated_company'),
  ...calculated(BOOL, 'hs_is_closed', 'hs_is_closed_won'),
  [
    'contract_type',
    'Contract type',
    SELECT,
    {
      custom: true,
      choices: [
        ['new', 'New'],
        ['renewal', 'Renewal'],
        ['expansion', 'Expansion'],
        ['pilot', 'Pilot'],
      ],
    },
  ],
  [
    'payment_terms',
    'Payment terms',
    RADIO,
    {
      custom: true,
      choices: [
        ['net_14', 'Net 14'],
        ['net_30', 'Net 30'],
        ['net_60', 'Net 60'],
        ['prepaid', 'Prepaid'],
      ],
    },
  ],
  ['signed', 'Signed', YES_NO, { custom: true }],
  ['contract_start', 'Contract start', DAY, { custom: true }],
  ['seats', 'Seats', NUMBER, { custom: true }],
  ['po_number', 'PO number', TEXT, { custom: true }],
  [
    'addons',
    'Add-ons',
    CHECKBOXES,
    {
      custom: true,
      choices: [
        ['onboarding', 'Onboarding'],
        ['premium_support', 'Premium support'],
        ['training', 'Training'],
        ['sso', 'Single sign-on'],
      ],
    },
  ],
  ['signed_at', 'Signed at', INSTANT, { custom: true }],
  ['special_terms', 'Special terms', LONG_TEXT, { custom: true }],
  ['erp_status', 'ERP status', TEXT, { custom: true, readOnly: true }],
  ['order_reference', 'Order reference', TEXT, { custom: true, unique: true }],
];
