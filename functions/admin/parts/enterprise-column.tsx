import type { Column } from './column.ts';
import { EnterpriseLink } from './enterprise-link.tsx';
import { knownName } from './enterprise-names.ts';

/** The column of the enterprise of each row, by name. */
export const enterpriseColumn = <Row extends { readonly creditCode: string }>(title: string): Column<Row> => ({
  key: 'enterprise',
  title,
  value: ({ creditCode }) => knownName(creditCode),
  show: ({ creditCode }) => <EnterpriseLink creditCode={creditCode} />,
});
