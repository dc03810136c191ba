/** What is made as a file: the shelves and the sales for a spreadsheet, a month and half a year on paper. */
export const REPORT_FILES = ['inventory', 'sales', 'monthly', 'bank'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];
