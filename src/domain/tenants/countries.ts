/** Where a business may be: the countries of the West African franc, whose clocks never change. */
const TIMEZONES: Record<string, string> = {
  BJ: 'Africa/Porto-Novo',
  BF: 'Africa/Ouagadougou',
  CI: 'Africa/Abidjan',
  GW: 'Africa/Bissau',
  ML: 'Africa/Bamako',
  NE: 'Africa/Niamey',
  SN: 'Africa/Dakar',
  TG: 'Africa/Lome',
};

export const timezoneOf = (country: string | undefined): string | undefined => TIMEZONES[country ?? ''];
