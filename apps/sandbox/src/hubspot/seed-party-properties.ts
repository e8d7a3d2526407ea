import { CHECKBOXES, DAY, INSTANT, LONG_TEXT, NUMBER, RADIO, SELECT, TEXT, YES_NO, type Row } from './property-rows.js';

export const COMPANY_ROWS: Row[] = [
  ['name', 'Company name', TEXT],
  ['domain', 'Company domain name', TEXT],
  ['website', 'Website URL', TEXT],
  ['phone', 'Phone number', ['string', 'phonenumber']],
  [
    'industry',
    'Industry',
    SELECT,
    {
      choices: [
        ['HOSPITAL_HEALTH_CARE', 'Hospital & Health Care'],
        ['LOGISTICS_AND_SUPPLY_CHAIN', 'Logistics and Supply Chain'],
        ['FOOD_BEVERAGES', 'Food & Beverages'],
        ['EDUCATION_MANAGEMENT', 'Education Management'],
        ['CONSTRUCTION', 'Construction'],
      ],
    },
  ],
  ['address', 'Street address', TEXT],
  ['city', 'City', TEXT],
  ['state', 'State/Region', TEXT],
  ['zip', 'Postal code', TEXT],
  ['country', 'Country/Region', TEXT],
  ['description', 'Description', LONG_TEXT],
  ['numberofemployees', 'Number of employees', NUMBER],
  ['annualrevenue', 'Annual revenue', NUMBER],
  [
    'segment',
    'Segment',
    SELECT,
    {
      custom: true,
      choices: [
        ['smb', 'Small business'],
        ['mid_market', 'Mid-market'],
        ['enterprise', 'Enterprise'],
      ],
    },
  ],
  [
    'support_tier',
    'Support tier',
    RADIO,
    {
      custom: true,
      choices: [
        ['standard', 'Standard'],
        ['gold', 'Gold'],
        ['platinum', 'Platinum'],
      ],
    },
  ],
  ['vat_number', 'VAT number', TEXT, { custom: true }],
  ['customer_since', 'Customer since', DAY, { custom: true }],
  ['credit_limit', 'Credit limit', NUMBER, { custom: true }],
  ['reference_customer', 'Reference customer', YES_NO, { custom: true }],
  [
    'interests',
    'Interests',
    CHECKBOXES,
    {
      custom: true,
      choices: [
        ['analytics', 'Analytics'],
        ['automation', 'Automation'],
        ['compliance', 'Compliance'],
      ],
    },
  ],
];

export const CONTACT_ROWS: Row[] = [
  ['email', 'Email', TEXT, { unique: true }],
  ['firstname', 'First name', TEXT],
  ['lastname', 'Last name', TEXT],
  ['jobtitle', 'Job title', TEXT],
  ['phone', 'Phone number', ['string', 'phonenumber']],
  ['mobilephone', 'Mobile phone number', ['string', 'phonenumber']],
  ['company', 'Company name', TEXT],
  ['address', 'Street address', TEXT],
  ['city', 'City', TEXT],
  ['zip', 'Postal code', TEXT],
  ['country', 'Country/Region', TEXT],
  ['lastmodifieddate', 'Last modified date', INSTANT, { readOnly: true }],
];
